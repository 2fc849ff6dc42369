//! Files replaced whole: whoever reads sees the old bytes or the new ones, whatever happens in between.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Replaces the content of a file, or makes the file.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_with(path, |out| out.write_all(bytes))
}

/// Replaces the content of a file by what `write` writes, or makes the file.
///
/// What is no file, such as /dev/stdout or a named pipe, has no place for another one beside it and is written to.
pub(super) fn replace_with(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir()) {
        let mut out = BufWriter::new(File::create(path)?);
        write(&mut out)?;
        return out.flush();
    }
    in_one_step(path, write, || Ok(true)).map(|_| ())
}

/// Replaces the content of a file if `still` holds just before the last step; returns whether it did.
pub(super) fn replace_if(path: &Path, bytes: &[u8], still: impl FnOnce() -> io::Result<bool>) -> io::Result<bool> {
    in_one_step(path, |out| out.write_all(bytes), still)
}

/// Writes a new file in the same folder, onto the disk, which then takes the name of the old one.
///
/// The mode is kept; a symbolic link stays one, and the file it leads to is replaced. The new file's name begins with a dot:
/// folders are walked without such files, should one stay behind when the process is killed.
fn in_one_step(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    still: impl FnOnce() -> io::Result<bool>,
) -> io::Result<bool> {
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(e) if e.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(path).is_err() => path.to_owned(),
        Err(e) => return Err(e),
    };
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".factdiff-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // What the user's umask leaves of rw-rw-rw-, unless there is an old file with a mode of its own.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    // Before the first byte, so that nobody reads here what the old file kept from them.
    if let Ok(meta) = fs::metadata(&target) {
        file.as_file().set_permissions(meta.permissions())?;
    }
    let mut out = BufWriter::new(file);
    write(&mut out)?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    if !still()? {
        return Ok(false);
    }
    file.persist(&target).map_err(|e| e.error)?;
    if let Ok(folder) = File::open(folder) {
        // Where a folder cannot be synced (some network file systems), the rename is as safe as that system makes it.
        let _ = folder.sync_all();
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_behind_a_link_is_replaced_and_its_mode_kept() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("아주 긴 이름의 기사.md");
        fs::write(&file, "old").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::{PermissionsExt as _, symlink};
            fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
            let link = dir.path().join("link.md");
            symlink("아주 긴 이름의 기사.md", &link).unwrap();
            replace(&link, b"new").unwrap();
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
        }
        #[cfg(not(unix))]
        replace(&file, b"new").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert!(fs::read_dir(dir.path()).unwrap().all(|e| !e.unwrap().file_name().to_string_lossy().contains("tmp")));
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_has_the_mode_that_any_other_would_have() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let mode = |name: &str| fs::metadata(dir.path().join(name)).unwrap().permissions().mode();
        fs::write(dir.path().join("plain"), "").unwrap();
        replace(&dir.path().join("new"), b"").unwrap();
        assert_eq!(mode("new"), mode("plain"));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_written_to() {
        replace(Path::new("/dev/null"), b"new").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    #[test]
    fn half_a_report_is_none() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.md");
        fs::write(&file, "old").unwrap();
        let broken = replace_with(&file, |out| out.write_all(b"ne").and_then(|()| Err(io::Error::other("no more"))));
        assert_eq!(broken.unwrap_err().to_string(), "no more");
        assert_eq!((fs::read(&file).unwrap(), fs::read_dir(dir.path()).unwrap().count()), (b"old".to_vec(), 1));
    }

    #[test]
    fn nothing_is_written_when_it_no_longer_holds() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.md");
        fs::write(&file, "old").unwrap();
        assert!(!replace_if(&file, b"new", || Ok(false)).unwrap());
        assert_eq!(fs::read(&file).unwrap(), b"old");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_new_file_is_made_and_a_missing_folder_is_an_error() {
        let dir = tempfile::tempdir().unwrap();
        replace(&dir.path().join("new.json"), b"{}").unwrap();
        assert_eq!(fs::read(dir.path().join("new.json")).unwrap(), b"{}");
        assert!(replace(&dir.path().join("none/new.json"), b"{}").is_err());
    }
}
