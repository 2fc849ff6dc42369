//! Files replaced whole: whoever reads sees the old bytes or the new ones, whatever happens in between.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Replaces the content of a file, or makes the file.
///
/// The bytes go to a new file in the same folder, onto the disk, and take the name of the old one in one step. The mode
/// is kept; a symbolic link stays one, and the file it leads to is replaced.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_if(path, bytes, || Ok(true)).map(|_| ())
}

/// Replaces the content of a file if `still` holds just before the last step; returns whether it did.
pub(super) fn replace_if(path: &Path, bytes: &[u8], still: impl FnOnce() -> io::Result<bool>) -> io::Result<bool> {
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(e) if e.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(path).is_err() => path.to_owned(),
        Err(e) => return Err(e),
    };
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (mut file, temporary) = beside(&target, folder)?;
    let written = (|| {
        // Before the first byte, so that nobody reads here what the old file kept from them.
        if let Ok(meta) = fs::metadata(&target) {
            file.set_permissions(meta.permissions())?;
        }
        file.write_all(bytes)?;
        file.sync_all()?;
        if !still()? {
            return Ok(false);
        }
        fs::rename(&temporary, &target)?;
        Ok(true)
    })();
    drop(file);
    if !matches!(written, Ok(true)) {
        // Nothing is lost if it stays: it is no file of the user's.
        let _ = fs::remove_file(&temporary);
    } else if let Ok(folder) = File::open(folder) {
        // Where a folder cannot be synced (some network file systems), the rename is as safe as that system makes it.
        let _ = folder.sync_all();
    }
    written
}

/// Returns a new file beside the target and its name, which begins with a dot: folders are walked without such files.
fn beside(target: &Path, folder: &Path) -> io::Result<(File, PathBuf)> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    // A long name in 한글 leaves no room for more: names have at most 255 bytes.
    let name: String = name.chars().take(40).collect();
    let mut number = 0u32;
    loop {
        let path = folder.join(format!(".{name}.{}-{number}.factdiff-tmp", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((file, path)),
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && number < 100 => number += 1,
            Err(e) => return Err(e),
        }
    }
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
