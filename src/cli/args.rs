//! The command line as written; doc comments are the help.

use crate::finding::{Lang, Severity};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::str::FromStr;

/// Finds factual discrepancies and typos by comparing what several outlets write about the same event.
#[derive(Clone, Debug, Parser)]
#[command(name = "factdiff", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// When to colour
    ///
    /// Without it: NO_COLOR turns colour off, then CLICOLOR_FORCE or FORCE_COLOR turn it on, then TERM=dumb turns it
    /// off, and otherwise a terminal is coloured and a file or pipe is not.
    #[arg(long, global = true, value_enum, value_name = "WHEN", help_heading = "Display")]
    pub color: Option<ColorChoice>,
    /// Language of messages and reports
    #[arg(long, global = true, value_enum, value_name = "LANG", help_heading = "Display")]
    pub lang: Option<LangChoice>,
    /// Width of reports in columns of the terminal [default: that of the terminal, else 100]
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(40..), help_heading = "Display")]
    pub width: Option<u16>,
    /// Configuration [default: the nearest factdiff.toml, from the working folder upward, then from the first PATH]
    #[arg(long, global = true, value_name = "FILE", help_heading = "Configuration")]
    pub config: Option<PathBuf>,
    /// Read no configuration
    #[arg(long, global = true, conflicts_with = "config", help_heading = "Configuration")]
    pub isolated: bool,
}

/// One subcommand, one file under `cli/`.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Compare articles and report what differs, with the evidence
    #[command(after_long_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// Put fixes into the articles: misspellings that are proven, more with --unsafe, or asked one by one
    #[command(after_long_help = FIX_EXAMPLES)]
    Fix(FixArgs),
    /// List, show and test the rules
    Rules {
        /// What to do with them.
        #[command(subcommand)]
        action: RulesAction,
    },
    /// Explain a rule: why, and what it reports and lets pass
    Explain(ExplainArgs),
    /// Keep a list of known findings that `check --baseline` does not report again
    Baseline {
        /// What to do with the list.
        #[command(subcommand)]
        action: BaselineAction,
    },
    /// Show the configuration of a run
    Config {
        /// What to show.
        #[command(subcommand)]
        action: ConfigAction,
    },
    /// Write a factdiff.toml with every key explained
    Init(InitArgs),
    /// Show what is understood of articles: every name, date and figure with its value
    Extract(ExtractArgs),
    /// Show every place of a value, how it was read, what it was compared with and why it was reported or not
    #[command(after_long_help = TRACE_EXAMPLES)]
    Trace(TraceArgs),
    /// Measure the rules on labelled events: what is found, missed and reported without reason, by kind
    #[command(after_long_help = EVAL_EXAMPLES)]
    Eval(EvalArgs),
    /// Print the JSON Schema of a report or of factdiff.toml
    Schema {
        /// Of what
        #[arg(value_enum, value_name = "NAME")]
        name: SchemaName,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        #[arg(value_enum, value_name = "SHELL")]
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  factdiff check 기사/                              every article of a folder, grouped by event
  factdiff check 새기사.md --against 지난기사/      report only on 새기사.md
  pbpaste | factdiff check - --stdin-filename 초고.md --against 기사/
  factdiff check 기사/ --format sarif=out.sarif --format github
  factdiff check 기사/ --format html --output report.html

Exit codes:
  0  nothing at or above --fail-on      2  wrong use, configuration, or nothing could be read
  1  findings                           3  no article found";

/// Which articles are read.
#[derive(Clone, Debug, Default, Args)]
pub struct InputArgs {
    /// Articles (.txt, .md) or folders of them; `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Articles to compare with, but not to report on
    ///
    /// The peers give evidence; only findings in the articles named as PATH are shown and count for the exit code.
    #[arg(long, value_name = "PATH", num_args = 1.., help_heading = "Input")]
    pub against: Vec<PathBuf>,
    /// Name to report standard input under
    #[arg(long, value_name = "NAME", default_value = "-", hide_default_value = true, help_heading = "Input")]
    pub stdin_filename: String,
    /// Folder with rule files that add to or replace the built-in rules
    #[arg(long, value_name = "DIR", help_heading = "Input")]
    pub rules: Option<PathBuf>,
    /// Whether comments, `[[ignore]]`, `[[alias]]` and `[[path]]` silence findings
    #[arg(long, value_enum, value_name = "WHETHER", default_value_t = Switch::On, hide_possible_values = true, hide_default_value = true, help_heading = "Findings")]
    pub ignores: Switch,
    /// Report only what is at least this likely right, from 0 to 1 [default: 0.5]
    #[arg(long, value_name = "P", value_parser = probability, help_heading = "Findings")]
    pub min_confidence: Option<f32>,
}

/// `factdiff check`.
#[derive(Clone, Debug, Args)]
pub struct CheckArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// How to write the findings; may be repeated, as FORMAT=FILE goes to a file
    #[arg(long, value_name = "FORMAT[=FILE]", help_heading = "Report", long_help = FORMAT_HELP)]
    pub format: Vec<Target>,
    /// Write the report to FILE instead of standard output
    #[arg(long, short, value_name = "FILE", help_heading = "Report")]
    pub output: Option<PathBuf>,
    /// Show at most N findings, the most severe first [default: all]
    #[arg(long, value_name = "N", help_heading = "Report")]
    pub max_findings: Option<usize>,
    /// Do not report the findings that this file knows (see `factdiff baseline`)
    #[arg(long, value_name = "FILE", help_heading = "Findings")]
    pub baseline: Option<PathBuf>,
    /// Exit with 1 if there are findings of this severity or above [default: warning]
    #[arg(long, value_enum, value_name = "SEVERITY", help_heading = "Findings")]
    pub fail_on: Option<FailOn>,
    /// Exit with 0 even if there are findings
    #[arg(long, help_heading = "Findings")]
    pub exit_zero: bool,
}

const FORMAT_HELP: &str = "\
How to write the findings; may be repeated, as FORMAT=FILE goes to a file.

  pretty      for a terminal (default)      sarif       SARIF 2.1.0, for code scanning
  concise     one line a finding            github      GitHub workflow commands
  json        one object (factdiff.report/v1)  gitlab   GitLab code quality
  jsonl       one finding a line            rdjson      reviewdog
  html        one page to read and share    junit       JUnit XML
  markdown    for a comment or mail         checkstyle  Checkstyle XML";

/// `factdiff fix`.
#[derive(Clone, Debug, Args)]
pub struct FixArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// Show what would change, as a unified diff, and write nothing
    #[arg(long, conflicts_with = "interactive", help_heading = "Fixing")]
    pub diff: bool,
    /// Also change figures, dates and roles, and what the sources only differ in
    #[arg(long, help_heading = "Fixing")]
    pub r#unsafe: bool,
    /// Ask about each finding, with its evidence
    #[arg(long, short, help_heading = "Fixing")]
    pub interactive: bool,
}

const FIX_EXAMPLES: &str = "\
Examples:
  factdiff fix --diff 초고.md --against 기사/      what would change
  factdiff fix 초고.md --against 기사/             proven misspellings
  factdiff fix -i 초고.md --against 기사/          one by one

Every other byte of a file stays as it is: encoding, byte order mark, line ends. A file is replaced in one step, or not
at all if it changed meanwhile. The new text is checked again, and a fix that it is found fault with is undone.

Exit codes:
  0  all that was asked for is done, or --diff has nothing to show
  1  a fix could not be made, or --diff shows something
  2  wrong use, configuration, or a file could not be read or written
  3  no article found";

/// `factdiff trace`.
#[derive(Clone, Debug, Args)]
pub struct TraceArgs {
    /// The value, as some article says it: a figure is found in every spelling, a word as it stands
    #[arg(value_name = "VALUE")]
    pub value: String,
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// How to write what became of it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = TraceFormat::Text, help_heading = "Report")]
    pub format: TraceFormat,
}

/// How traces are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum TraceFormat {
    /// A paragraph a place
    Text,
    /// One JSON object a place (factdiff.trace/v1)
    Jsonl,
}

const TRACE_EXAMPLES: &str = "\
Examples:
  factdiff trace 1조3000억원 기사/      every 1조 3천억 원, too
  factdiff trace 오세운 기사/           a name or any other word

Exit codes:
  0  the value stands somewhere         2  wrong use, configuration, or nothing could be read
  1  it stands nowhere                  3  no article found";

/// `factdiff eval`.
#[derive(Clone, Debug, Args)]
pub struct EvalArgs {
    /// Labelled events: folders with articles and a gold.toml, or folders of such folders
    #[arg(required = true, value_name = "DIR")]
    pub paths: Vec<PathBuf>,
    /// Folder with rule files that add to or replace the built-in rules
    #[arg(long, value_name = "DIR", help_heading = "Input")]
    pub rules: Option<PathBuf>,
    /// Whether comments, `[[ignore]]`, `[[alias]]` and `[[path]]` silence findings
    #[arg(long, value_enum, value_name = "WHETHER", default_value_t = Switch::On, hide_possible_values = true, hide_default_value = true, help_heading = "Findings")]
    pub ignores: Switch,
    /// Count only what is at least this likely right, from 0 to 1 [default: 0.5]
    #[arg(long, value_name = "P", value_parser = probability, help_heading = "Findings")]
    pub min_confidence: Option<f32>,
    /// Exit with 1 if less than this share of the labels is found, from 0 to 1
    #[arg(long, value_name = "P", value_parser = probability, help_heading = "Findings")]
    pub min_recall: Option<f32>,
    /// Exit with 1 if less than this share of the reports is labelled, from 0 to 1
    #[arg(long, value_name = "P", value_parser = probability, help_heading = "Findings")]
    pub min_precision: Option<f32>,
    /// How to write the score
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = EvalFormat::Text, help_heading = "Report")]
    pub format: EvalFormat,
}

/// How a score is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum EvalFormat {
    /// What was missed and falsely reported, then tables
    Text,
    /// One JSON object (factdiff.eval/v1)
    Json,
}

const EVAL_EXAMPLES: &str = "\
Examples:
  factdiff eval fixtures/                               all labelled events below a folder
  factdiff eval 표지/ --rules 내규칙/                   with rules of your own
  factdiff eval 표지/ --min-recall 0.8 --min-precision 0.95

Exit codes:
  0  measured, and above the floors     2  wrong use, configuration, or labels that cannot be read
  1  below a floor                      3  no labelled event found";

/// `factdiff baseline`.
#[derive(Clone, Debug, Subcommand)]
pub enum BaselineAction {
    /// Write all findings of these articles into the list, in place of what it held
    Write(BaselineArgs),
    /// Take out what these articles no longer have; nothing is ever added
    Prune(BaselineArgs),
}

/// The arguments of both.
#[derive(Clone, Debug, Args)]
pub struct BaselineArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// The list [default: `baseline` in factdiff.toml, else factdiff-baseline.json]
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
}

/// `factdiff config`.
#[derive(Clone, Debug, Subcommand)]
pub enum ConfigAction {
    /// Show every setting of a run in this folder and where it comes from
    Show,
}

/// `factdiff init`.
#[derive(Clone, Debug, Args)]
pub struct InitArgs {
    /// The folder
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,
}

/// On or off.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum Switch {
    /// On
    #[default]
    On,
    /// Off
    Off,
}

/// `factdiff extract`.
#[derive(Clone, Debug, Args)]
pub struct ExtractArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// How to write the claims
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ExtractFormat::Table, help_heading = "Report")]
    pub format: ExtractFormat,
}

/// How claims are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum ExtractFormat {
    /// A table: place, kind, as said, as understood, what of
    Table,
    /// One JSON object a line (factdiff.claim/v1)
    Jsonl,
}

/// What a schema describes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum SchemaName {
    /// `check --format json`
    Report,
    /// factdiff.toml
    Config,
}

/// When to colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The language of messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum LangChoice {
    /// Korean
    Ko,
    /// English
    En,
}

impl From<LangChoice> for Lang {
    fn from(choice: LangChoice) -> Lang {
        match choice {
            LangChoice::Ko => Lang::Ko,
            LangChoice::En => Lang::En,
        }
    }
}

/// From which severity on the exit code is 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum FailOn {
    /// Only what is proven wrong
    Error,
    /// Also where sources differ
    Warning,
    /// Also what is only worth knowing
    Info,
    /// Never
    Never,
}

impl FailOn {
    /// Returns whether a finding of this severity makes the run fail.
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity >= Severity::Error,
            FailOn::Warning => severity >= Severity::Warning,
            FailOn::Info => true,
            FailOn::Never => false,
        }
    }
}

/// A format and where it goes, as written: `json`, `sarif=out.sarif`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    /// The format.
    pub format: crate::report::Format,
    /// The file; standard output where none is named.
    pub file: Option<PathBuf>,
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.file {
            Some(file) => write!(f, "{}={}", self.format.name(), file.display()),
            None => f.write_str(self.format.name()),
        }
    }
}

impl FromStr for Target {
    type Err = String;

    fn from_str(s: &str) -> Result<Target, String> {
        let (name, file) = match s.split_once('=') {
            Some((_, "")) => return Err("a file is wanted after `=`".to_owned()),
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (s, None),
        };
        Ok(Target { format: name.parse()?, file })
    }
}

fn probability(s: &str) -> Result<f32, String> {
    match s.parse::<f32>() {
        Ok(p) if (0.0..=1.0).contains(&p) => Ok(p),
        _ => Err("a number from 0 to 1 is wanted".to_owned()),
    }
}

/// `factdiff rules …`.
#[derive(Clone, Debug, Subcommand)]
pub enum RulesAction {
    /// List all rules
    List {
        /// How to write the list
        #[arg(long, value_enum, default_value_t = Table::Text)]
        format: Table,
        /// Folder with rule files that add to or replace the built-in rules
        #[arg(long, value_name = "DIR")]
        rules: Option<PathBuf>,
    },
    /// Print the file of a rule, to start one of your own from
    Show {
        /// The rule
        id: String,
        /// Folder with rule files that add to or replace the built-in rules
        #[arg(long, value_name = "DIR")]
        rules: Option<PathBuf>,
    },
    /// Run the examples of rule files; exit 1 if one comes out otherwise than marked
    Test {
        /// Folder with rule files [default: the built-in rules]
        dir: Option<PathBuf>,
    },
}

/// How a list is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Table {
    /// One line a rule
    Text,
    /// A reference page with every example
    Markdown,
}

/// `factdiff explain`.
#[derive(Clone, Debug, Args)]
pub struct ExplainArgs {
    /// The rule, such as person-name-variant, or a kind for all its rules, such as person-name
    pub rule: String,
    /// Folder with rule files that add to or replace the built-in rules
    #[arg(long, value_name = "DIR")]
    pub rules: Option<PathBuf>,
}
