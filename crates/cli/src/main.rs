//! The command line of Jisr. Exit status 0 only on success; errors are one line on standard error.
#![allow(
    clippy::print_stdout,
    reason = "the answers of a command line are printed"
)]

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jisr_cli::demo;
use jisr_cli::host::Machine;
use jisr_cli::match_names::match_names;
use jisr_commands::device::{UnlockArgs, back_up};
use jisr_commands::registry::COMMANDS;
use jisr_commands::{CommandError, Core, ErrorBody, sync, types};
use serde_json::{Value, json};

#[cfg(feature = "bridge")]
mod bridge;
mod diagnostics;
mod import;
mod lines;

/// Jisr without a window.
#[derive(Parser)]
#[command(name = "jisr-cli", version, about)]
struct Cli {
    /// The profile folder.
    #[arg(long, global = true, env = "JISR_PROFILE")]
    profile: Option<PathBuf>,
    /// Who, when the profile has several people: an id, or a name as shown on the unlock screen.
    #[arg(long, global = true)]
    user: Option<String>,
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Makes a profile: its center and its first person (director or administrator).
    Init {
        /// Name of the center.
        #[arg(long)]
        center: String,
        /// HCP code of the province, such as 04.281.
        #[arg(long)]
        province: String,
        /// Type of center.
        #[arg(long, default_value = "cas")]
        center_type: String,
        /// Function of the first person.
        #[arg(long)]
        role: String,
        /// Language of the program.
        #[arg(long, default_value = "ar")]
        language: String,
    },
    /// Runs one command, or with --stdin one per line.
    Rpc {
        /// `noun.verb`
        name: Option<String>,
        /// Its argument, as JSON.
        args: Option<String>,
        /// Reads `{"command":…,"args":…}` lines, writes `{"ok":…}` or `{"error":…}` lines.
        #[arg(long)]
        stdin: bool,
    },
    /// Every command with the JSON Schema of its argument and answer.
    Commands,
    /// The TypeScript of the interface.
    Types {
        /// Where to write it; standard output when absent.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Runs one whole round with the hub.
    Sync,
    /// Brings a list of people into the register: CSV, or an Excel workbook.
    Import {
        /// The list.
        file: PathBuf,
        /// `{column: field}` as JSON; a column it does not name is understood by its heading.
        #[arg(long)]
        mapping: Option<PathBuf>,
        /// Says what would happen, and writes nothing.
        #[arg(long)]
        dry_run: bool,
        /// Where to write the rows to look at again, as an Excel workbook, in clear.
        #[arg(long)]
        errors: Option<PathBuf>,
    },
    /// Copies the whole profile to a new folder, while the window may be open on it. The copy opens with the same
    /// passphrases.
    Backup {
        /// The folder to make.
        #[arg(long)]
        to: PathBuf,
    },
    /// Shows what went wrong on this device, without a value and without a name, and writes it for whoever helps once
    /// somebody who read it says so. Of a profile that does not open: what can be told without its key.
    Diagnostics {
        /// The file to make. Nothing is written without it.
        #[arg(long)]
        out: Option<PathBuf>,
        /// Says yes beforehand, where nobody is there to be asked.
        #[arg(long)]
        yes: bool,
    },
    /// Enrols the device and its user at a hub.
    Enrol {
        /// Address of the hub.
        #[arg(long)]
        hub: String,
        /// Code given by the hub.
        #[arg(long)]
        code: String,
        /// Bring this profile's records into the center of the code.
        #[arg(long)]
        join: bool,
    },
    /// Says of each `left<TAB>right` line of standard input whether the two are spellings of one name.
    MatchNames,
    /// Fills a profile with a plausible center of invented people.
    Demo {
        /// How many people.
        #[arg(long, default_value_t = 200)]
        people: u32,
        /// The same seed gives the same people.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Serves the interface on loopback, for a browser. For development and tests only.
    #[cfg(feature = "bridge")]
    Bridge {
        /// Port; 0 lets the system choose.
        #[arg(long, default_value_t = 0)]
        port: u16,
        /// The built interface.
        #[arg(long, default_value = "ui/dist")]
        ui: PathBuf,
    },
}

/// Why the command line stopped.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("name the profile folder with --profile")]
    NoProfile,
    #[error("name one of the people of this profile with --user: {0}")]
    WhichUser(String),
    #[error("a passphrase is needed: set JISR_PASSPHRASE, or run this in a terminal")]
    NoPassphrase,
    #[error("the argument is not JSON: {0}")]
    NotJson(#[source] serde_json::Error),
    #[error("name a command, or use --stdin")]
    NoCommand,
    #[error("the mapping says {0}, which is no field; the fields are: {1}")]
    NoSuchField(String, String),
    #[error("{0} cannot be read: {1}")]
    File(String, #[source] std::io::Error),
    #[error("{0}")]
    Command(#[from] CommandError),
    #[error("{}", describe(.0))]
    Refused(ErrorBody),
    #[error("{0}")]
    Demo(#[from] demo::DemoError),
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

fn describe(error: &ErrorBody) -> String {
    if error.args.is_empty() {
        error.code.clone()
    } else {
        format!("{} {}", error.code, json!(error.args))
    }
}

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("jisr-cli: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<(), Failure> {
    match &cli.action {
        Action::Commands => return print(&schemas()),
        Action::Types { out } => {
            let text = types::typescript();
            match out {
                Some(path) => std::fs::write(path, text)?,
                None => print!("{text}"),
            }
            return Ok(());
        }
        Action::MatchNames => {
            let out = std::io::BufWriter::new(std::io::stdout().lock());
            return Ok(match_names(std::io::stdin().lock(), out)?);
        }
        _ => {}
    }
    let dir = cli.profile.clone().ok_or(Failure::NoProfile)?;
    match cli.action {
        Action::Commands | Action::Types { .. } | Action::MatchNames => Ok(()),
        Action::Init {
            center,
            province,
            center_type,
            role,
            language,
        } => {
            let core = Core::open(dir, Machine);
            let name = cli
                .user
                .ok_or(Failure::WhichUser("--user NAME".to_owned()))?;
            let args = json!({
                "language": language,
                "center": by_script(&center, json!({ "center_type": center_type, "province": province }), "name_ar", "name_fr"),
                "user": by_script(&name, json!({ "role": role }), "name_ar", "name_lat"),
                "passphrase": passphrase()?,
            });
            print(&dispatch(&core, "device.set_up", args)?)
        }
        Action::Rpc { name, args, stdin } => {
            let core = Core::open(dir, Machine);
            if stdin {
                unlock_if_locked(&core, cli.user.as_deref())?;
                return lines::lines(&core);
            }
            let name = name.ok_or(Failure::NoCommand)?;
            let args = args
                .as_deref()
                .map_or(Ok(json!({})), serde_json::from_str)
                .map_err(Failure::NotJson)?;
            if !is_door(&name) {
                unlock_if_locked(&core, cli.user.as_deref())?;
            }
            print(&dispatch(&core, &name, args)?)
        }
        Action::Sync => {
            let core = Core::open(dir, Machine);
            unlock_if_locked(&core, cli.user.as_deref())?;
            print(&json!(sync::run(&core)?))
        }
        Action::Import {
            file,
            mapping,
            dry_run,
            errors,
        } => {
            let core = Core::open(dir, Machine);
            unlock_if_locked(&core, cli.user.as_deref())?;
            print(&import::run(
                &core,
                &file,
                mapping.as_deref(),
                dry_run,
                errors.as_deref(),
            )?)
        }
        Action::Backup { to } => {
            let core = Core::open(dir, Machine);
            let args = UnlockArgs {
                staff: serde_json::from_value(chosen(&core, cli.user.as_deref())?)
                    .map_err(Failure::NotJson)?,
                passphrase: passphrase()?,
                as_it_is: false,
            };
            let made =
                back_up(&core, &args, &to).map_err(|error| Failure::Refused(error.body()))?;
            print(&json!({ "bytes": made.bytes, "attachments": made.attachments }))
        }
        Action::Diagnostics { out, yes } => {
            let core = Core::open(dir, Machine);
            let opened = unlock_if_locked(&core, cli.user.as_deref());
            Ok(diagnostics::run(&core, opened.err(), out.as_deref(), yes)?)
        }
        Action::Enrol { hub, code, join } => {
            let core = Core::open(dir, Machine);
            unlock_if_locked(&core, cli.user.as_deref())?;
            print(&dispatch(
                &core,
                "device.enrol",
                json!({ "hub": hub, "code": code, "join": join }),
            )?)
        }
        Action::Demo { people, seed } => {
            let summary = demo::run(&dir, people, seed)?;
            print(&json!(summary))
        }
        #[cfg(feature = "bridge")]
        Action::Bridge { port, ui } => Ok(bridge::serve(Core::open(dir, Machine), port, &ui)?),
    }
}

/// A name typed on the command line goes to the field of its script.
fn by_script(name: &str, mut rest: Value, arabic: &str, latin: &str) -> Value {
    let is_arabic = name.chars().any(|c| matches!(c, '\u{0600}'..='\u{06FF}'));
    if let Some(map) = rest.as_object_mut() {
        map.insert(arabic.to_owned(), json!(if is_arabic { name } else { "" }));
        map.insert(latin.to_owned(), json!(if is_arabic { "" } else { name }));
    }
    rest
}

fn is_door(name: &str) -> bool {
    COMMANDS.iter().any(|command| {
        command.name == name && command.access == jisr_commands::registry::Access::Unauthenticated
    })
}

fn passphrase() -> Result<String, Failure> {
    match std::env::var("JISR_PASSPHRASE") {
        Ok(passphrase) => Ok(passphrase),
        Err(_) => rpassword::prompt_password("Passphrase: ").map_err(|_| Failure::NoPassphrase),
    }
}

/// Who is at work: the one who was named, or the only one there is.
fn chosen(core: &Core, user: Option<&str>) -> Result<Value, Failure> {
    let status = dispatch(core, "device.status", json!({}))?;
    let users = status["users"].as_array().cloned().unwrap_or_default();
    let named = |wanted: &str| {
        users.iter().find(|u| {
            ["staff", "name_ar", "name_lat"]
                .iter()
                .any(|field| u[*field] == wanted)
        })
    };
    let chosen = match (user, users.as_slice()) {
        (Some(wanted), _) => named(wanted),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    chosen.map(|user| user["staff"].clone()).ok_or_else(|| {
        let names: Vec<&str> = users
            .iter()
            .filter_map(|u| u["name_lat"].as_str().or(u["name_ar"].as_str()))
            .collect();
        if names.is_empty() {
            Failure::Refused(ErrorBody {
                code: "no_profile".to_owned(),
                args: Default::default(),
                retry: false,
            })
        } else {
            Failure::WhichUser(names.join(", "))
        }
    })
}

fn unlock_if_locked(core: &Core, user: Option<&str>) -> Result<(), Failure> {
    let staff = chosen(core, user)?;
    dispatch(
        core,
        "session.unlock",
        json!({ "staff": staff, "passphrase": passphrase()? }),
    )
    .map(|_| ())
}

fn dispatch(core: &Core, name: &str, args: Value) -> Result<Value, Failure> {
    core.dispatch(name, args)
        .map(|reply| reply.ok)
        .map_err(Failure::Refused)
}

fn schemas() -> Value {
    let mut generator = schemars::SchemaGenerator::default();
    let commands: Vec<Value> = COMMANDS
        .iter()
        .map(|command| json!({ "name": command.name, "args": (command.args)(&mut generator), "result": (command.result)(&mut generator) }))
        .collect();
    json!({ "commands": commands, "$defs": generator.take_definitions(true) })
}

fn print(value: &Value) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{value}")?;
    Ok(())
}
