//! jisr-hub: the hub on the command line. The one place that reads the clock, the system's chance and the
//! environment.

use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use jisr_domain::id::{CenterId, DeviceId, StaffId};
use jisr_domain::role::Role;
use jisr_hub::{CodeAsked, Hub, HubError, HubKey, KEY_VARIABLE, Surroundings, restore, serve};

/// The central endpoint of Jisr.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Args)]
struct Data {
    /// Folder of the hub.
    #[arg(long = "data", value_name = "DIR")]
    dir: PathBuf,
    /// Key of the database, 64 hexadecimal digits; else hub.key in the folder.
    #[arg(long, env = KEY_VARIABLE, hide_env_values = true, hide = true)]
    key: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Make a hub in an empty folder.
    Init {
        #[command(flatten)]
        data: Data,
    },
    /// Answer devices until stopped.
    Serve {
        #[command(flatten)]
        data: Data,
        /// Address to listen on; port 0 takes a free one.
        #[arg(long, default_value = "127.0.0.1:8471")]
        listen: SocketAddr,
        /// Another database than the one in the folder.
        #[arg(long, value_name = "URL")]
        database: Option<String>,
    },
    /// Make an enrolment code; it is the last line printed.
    Code {
        #[command(flatten)]
        data: Data,
        /// For which center.
        #[arg(long)]
        center: Option<CenterId>,
        /// For a further center.
        #[arg(long, conflicts_with = "center")]
        new_center: bool,
        /// Name of the new user.
        #[arg(long)]
        user: Option<String>,
        /// Role of the user.
        #[arg(long, value_parser = role)]
        role: Option<Role>,
        /// Another device for a user the hub knows.
        #[arg(long, conflicts_with = "user")]
        staff: Option<StaffId>,
        /// For how long the code serves.
        #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u64).range(1..=10_080))]
        minutes: u64,
    },
    /// Centers.
    Center {
        #[command(subcommand)]
        what: CenterCommand,
    },
    /// Devices.
    Device {
        #[command(subcommand)]
        what: DeviceCommand,
    },
    /// Users.
    User {
        #[command(subcommand)]
        what: UserCommand,
    },
    /// Write a whole copy, under the same key, while the hub serves.
    Backup {
        #[command(flatten)]
        data: Data,
        /// New file.
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Put a backup in an empty folder (with its hub.key, or the key in the environment).
    Restore {
        #[command(flatten)]
        data: Data,
        /// The backup.
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    /// Check everything the hub holds against itself.
    Verify {
        #[command(flatten)]
        data: Data,
    },
}

#[derive(Subcommand)]
enum CenterCommand {
    /// One line each: id, code, name.
    List {
        #[command(flatten)]
        data: Data,
    },
}

#[derive(Subcommand)]
enum DeviceCommand {
    /// One line each: id, center, label, state, changes taken.
    List {
        #[command(flatten)]
        data: Data,
    },
    /// Refuse a device from now on.
    Revoke {
        #[command(flatten)]
        data: Data,
        /// The device.
        id: DeviceId,
    },
}

#[derive(Subcommand)]
enum UserCommand {
    /// One line each: id, center, role, state.
    List {
        #[command(flatten)]
        data: Data,
    },
    /// Give a user another role.
    Role {
        #[command(flatten)]
        data: Data,
        /// The user.
        id: StaffId,
        /// The role.
        #[arg(value_parser = role)]
        role: Role,
    },
    /// Close a user's account.
    Close {
        #[command(flatten)]
        data: Data,
        /// The user.
        id: StaffId,
    },
    /// Open it again.
    Reopen {
        #[command(flatten)]
        data: Data,
        /// The user.
        id: StaffId,
    },
}

fn role(code: &str) -> Result<Role, String> {
    let known = || format!("one of {}", Role::ALL.map(Role::code).join(", "));
    Role::from_code(code).ok_or_else(known)
}

struct System;

impl Surroundings for System {
    #[allow(clippy::disallowed_methods, reason = "the program's one clock")]
    fn now_ms(&self) -> u64 {
        let since = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    #[allow(
        clippy::disallowed_methods,
        reason = "the program's one source of chance"
    )]
    fn random(&self, bytes: &mut [u8]) {
        if getrandom::fill(bytes).is_err() {
            // Going on with guessable keys and codes would be worse than stopping.
            eprintln!("jisr-hub: the system gives no random numbers");
            std::process::exit(1);
        }
    }
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("jisr-hub: {error}");
            ExitCode::FAILURE
        }
    }
}

fn open(data: &Data) -> Result<Hub, HubError> {
    let key = HubKey::of(&data.dir, data.key.as_deref())?;
    Hub::open(&data.dir, &key, Arc::new(System))
}

fn say(line: impl std::fmt::Display) -> Result<(), HubError> {
    let mut out = std::io::stdout().lock();
    let written = writeln!(out, "{line}").and_then(|()| out.flush());
    written.map_err(|source| HubError::File {
        path: PathBuf::from("standard output"),
        source,
    })
}

fn run(command: Command) -> Result<ExitCode, HubError> {
    match command {
        Command::Init { data } => {
            let key = data.key.as_deref().map(HubKey::from_hex).transpose()?;
            Hub::init(&data.dir, key, Arc::new(System))?;
            say(format!(
                "a hub is ready in {}; keep a copy of its key elsewhere",
                data.dir.display()
            ))?;
        }
        Command::Serve {
            data,
            listen,
            database,
        } => return answer(&data, listen, database.as_deref()),
        Command::Code {
            data,
            center,
            new_center,
            user,
            role,
            staff,
            minutes,
        } => {
            say(open(&data)?.make_code(&CodeAsked {
                center,
                new_center,
                user,
                role,
                staff,
                minutes,
            })?)?;
        }
        Command::Center {
            what: CenterCommand::List { data },
        } => {
            for (center, card) in open(&data)?.centers()? {
                let name = card
                    .get("name_ar")
                    .or_else(|| card.get("name_fr"))
                    .and_then(|name| name.as_str())
                    .unwrap_or("-");
                let code = center.code.as_deref().unwrap_or("-");
                let alias = center
                    .alias_of
                    .map(|id| format!("\talias of {id}"))
                    .unwrap_or_default();
                say(format!("{}\t{code}\t{name}{alias}", center.id))?;
            }
        }
        Command::Device {
            what: DeviceCommand::List { data },
        } => {
            for device in open(&data)?.devices()? {
                let state = if device.revoked { "revoked" } else { "active" };
                say(format!(
                    "{}\t{}\t{}\t{state}\t{}",
                    device.id, device.center, device.label, device.mark.seq
                ))?;
            }
        }
        Command::Device {
            what: DeviceCommand::Revoke { data, id },
        } => open(&data)?.revoke(id)?,
        Command::User { what } => return user(what),
        Command::Backup { data, to } => {
            open(&data)?.backup(&to)?;
            say(format!(
                "{} is written; it opens with the same key",
                to.display()
            ))?;
        }
        Command::Restore { data, from } => {
            let key = HubKey::of(&data.dir, data.key.as_deref())?;
            restore(&data.dir, &key, &from, &System)?;
            say(format!(
                "restored in {}; devices will read everything again",
                data.dir.display()
            ))?;
        }
        Command::Verify { data } => {
            let found = open(&data)?.verify()?;
            for line in &found.wrong {
                eprintln!("jisr-hub: {line}");
            }
            say(format!(
                "{} records, {} changes, {} faults",
                found.records,
                found.changes,
                found.wrong.len()
            ))?;
            return Ok(if found.wrong.is_empty() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            });
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn user(command: UserCommand) -> Result<ExitCode, HubError> {
    match command {
        UserCommand::List { data } => {
            let hub = open(&data)?;
            for (center, _) in hub.centers()? {
                for user in hub.users(center.id)? {
                    let state = if user.active { "active" } else { "closed" };
                    say(format!(
                        "{}\t{}\t{}\t{state}",
                        user.staff,
                        user.center,
                        user.role.code()
                    ))?;
                }
            }
        }
        UserCommand::Role { data, id, role } => open(&data)?.set_user(id, Some(role), None)?,
        UserCommand::Close { data, id } => open(&data)?.set_user(id, None, Some(false))?,
        UserCommand::Reopen { data, id } => open(&data)?.set_user(id, None, Some(true))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn answer(data: &Data, listen: SocketAddr, database: Option<&str>) -> Result<ExitCode, HubError> {
    let usage = |words: String| Err(HubError::Usage(words));
    if let Some(url) = database {
        let scheme = url.split(':').next().unwrap_or_default();
        return usage(match scheme {
            "postgres" | "postgresql" => "PostgreSQL is not available in this version: leave --database out to use the folder's own database".to_owned(),
            _ => format!("{scheme} is no database of the hub: leave --database out to use the folder's own"),
        });
    }
    if !listen.ip().is_loopback() {
        return usage(format!(
            "{listen} would carry records in clear over the network: listen on 127.0.0.1 and put a TLS reverse proxy (Caddy, nginx) on this machine in front of it"
        ));
    }
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env()
                .unwrap_or_else(|_| "info,refinery_core=warn".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let hub = Arc::new(open(data)?);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|source| file(&data.dir, source))?;
    runtime.block_on(async move {
        let listener = tokio::net::TcpListener::bind(listen)
            .await
            .map_err(|source| file(Path::new(&listen.to_string()), source))?;
        let address = listener
            .local_addr()
            .map_err(|source| file(Path::new("the socket"), source))?;
        say(format!("listening on http://{address}"))?;
        serve(hub, listener, stopped()).await?;
        Ok(ExitCode::SUCCESS)
    })
}

fn file(path: &Path, source: std::io::Error) -> HubError {
    HubError::File {
        path: path.to_owned(),
        source,
    }
}

/// Ready when somebody, or the system, asks to stop.
async fn stopped() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _ = interrupted.await;
}
