//! That a long run is at work, said on a terminal and taken back before anything else is.

use std::io::{self, IsTerminal, Write as _};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// What ends within this time says nothing.
const PATIENCE: Duration = Duration::from_millis(700);
const BEAT: Duration = Duration::from_millis(200);

/// A line on standard error, as long as this lives; nothing where that is no terminal.
#[derive(Debug)]
pub(super) struct Progress {
    running: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Says after a while what is being done, such as `기사 20000건을 견주는 중`, and for how many seconds.
    pub(super) fn of(what: String) -> Progress {
        let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
        if dumb || !io::stderr().is_terminal() {
            return Progress { running: None };
        }
        let (done, wait) = channel::<()>();
        let thread = std::thread::spawn(move || {
            let start = Instant::now();
            let mut next = PATIENCE;
            while wait.recv_timeout(next) == Err(RecvTimeoutError::Timeout) {
                // A terminal that is gone needs no progress.
                let _ = write!(io::stderr(), "\r{what} … {}s\u{1b}[K", start.elapsed().as_secs());
                next = BEAT;
            }
            if next == BEAT {
                let _ = write!(io::stderr(), "\r\u{1b}[K");
            }
        });
        Progress { running: Some((done, thread)) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((done, thread)) = self.running.take() {
            drop(done);
            // It ends at once, and has then taken its line back.
            let _ = thread.join();
        }
    }
}
