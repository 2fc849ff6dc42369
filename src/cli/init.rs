//! `factdiff init`: a `factdiff.toml` in which every key is explained and none is set.

use super::Exit;
use super::args::InitArgs;
use super::config;
use super::output::Screen;
use std::fs::OpenOptions;
use std::io::Write as _;

const KO: &str = include_str!("init.ko.toml");
const EN: &str = include_str!("init.en.toml");

/// Writes the file unless there is one.
pub(super) fn run(args: &InitArgs, screen: &Screen) -> Result<Exit, Exit> {
    let file = args.folder.join(config::FILE_NAME);
    let text = screen.say(KO, EN);
    let made =
        OpenOptions::new().write(true).create_new(true).open(&file).and_then(|mut f| f.write_all(text.as_bytes()));
    let shown = file.display();
    match made {
        Ok(()) => {
            screen.note(&format!("{shown}{}", screen.say("을 만들었습니다", " written")));
            Ok(Exit::Clean)
        }
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {
            screen.error(&format!(
                "{shown}: {}",
                screen.say("이미 있어서 그대로 두었습니다", "is there already and was left alone")
            ));
            Err(Exit::Failed)
        }
        Err(e) => {
            screen.error(&format!("{shown}: {e}"));
            Err(Exit::Failed)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_file_is_right_as_it_is_and_with_every_key_set() {
        for text in [KO, EN] {
            assert!(config::read("factdiff.toml", text, Path::new("")).is_ok());
            // A commented key is `# key` or `# [table]`, prose is `## …`.
            let set: String = text.lines().map(|l| format!("{}\n", l.strip_prefix("# ").unwrap_or(l))).collect();
            let settings = config::read("factdiff.toml", &set, Path::new("")).map_err(|p| p[0].to_string()).unwrap();
            assert_eq!((settings.rules.len(), settings.paths.len()), (2, 1));
            assert_eq!((settings.ignores.len(), settings.aliases.len()), (1, 1));
            assert!(settings.baseline.is_some() && settings.width.is_some() && settings.lang.is_some());
        }
    }
}
