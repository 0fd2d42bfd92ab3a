//! Copies of a laptop's profile, made with the real programs and real files.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use jisr_tests::programs::{PASSPHRASE, cli, program};
use serde_json::{Value, json};

/// The program, open on a profile for as long as this lives.
struct Open {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Open {
    fn on(profile: &Path) -> Self {
        let mut child = Command::new(program("jisr-cli"))
            .args(["--user", "Hanane", "--profile"])
            .arg(profile)
            .args(["rpc", "--stdin"])
            .env("JISR_PASSPHRASE", PASSPHRASE)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let to = child.stdin.take().unwrap();
        let from = BufReader::new(child.stdout.take().unwrap());
        Self { child, to, from }
    }

    fn does(&mut self, command: &str, args: Value) -> Value {
        writeln!(self.to, "{}", json!({"command": command, "args": args})).unwrap();
        let mut line = String::new();
        self.from.read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap();
        assert!(answer["error"].is_null(), "{command}: {answer}");
        answer["ok"].clone()
    }

    fn registers(&mut self, name: &str) {
        let person = json!({"given_name_lat": name, "family_name_lat": "Alaoui", "sex": "female", "birth_date": "unknown"});
        self.does("person.register", json!({"person": person}));
    }

    fn loses_power(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn center(profile: &Path) -> Open {
    cli(&[
        "--profile",
        profile.to_str().unwrap(),
        "--user",
        "Hanane",
        "init",
        "--center",
        "Centre El Amal",
        "--province",
        "04.281",
        "--role",
        "director",
        "--language",
        "fr",
    ]);
    let mut open = Open::on(profile);
    open.does(
        "user.add",
        json!({"user": {"name_lat": "Nadia", "sex": "female", "role": "caseworker"}, "passphrase": PASSPHRASE}),
    );
    open.registers("Amina");
    open.registers("Khadija");
    open
}

/// Who is in the register of the profile, as `user` finds them; or what the program said instead.
fn people(profile: &Path, user: &str) -> Result<usize, String> {
    let output = Command::new(program("jisr-cli"))
        .args(["--user", user, "--profile"])
        .arg(profile)
        .args(["rpc", "person.search", r#"{"query": "Alaoui"}"#])
        .env("JISR_PASSPHRASE", PASSPHRASE)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    if !output.status.success() {
        return Err(String::from_utf8(output.stderr).unwrap());
    }
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    Ok(found["people"].as_array().unwrap().len())
}

fn copy(from: &Path, to: &Path, without: &str) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() && entry.file_name() != without {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn a_backup_made_while_the_program_is_open_opens_elsewhere_for_everybody_with_everybody_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let profile = folder.path().join("center");
    let backup = folder.path().join("backup");
    let mut open = center(&profile);
    let args = |to: &Path| {
        [
            "--profile".to_owned(),
            profile.display().to_string(),
            "--user".to_owned(),
            "Nadia".to_owned(),
            "backup".to_owned(),
            "--to".to_owned(),
            to.display().to_string(),
        ]
    };
    cli(&args(&backup));
    open.registers("Zineb");
    assert_eq!(people(&backup, "Nadia"), Ok(2));
    assert_eq!(
        people(&backup, "Hanane"),
        Ok(2),
        "her passphrase opens it too"
    );
    let again = Command::new(program("jisr-cli"))
        .args(args(&backup))
        .env("JISR_PASSPHRASE", PASSPHRASE)
        .output()
        .unwrap();
    assert!(!again.status.success(), "nothing is written over a backup");
    open.loses_power();
    let after = folder.path().join("after");
    cli(&args(&after));
    assert_eq!(people(&after, "Hanane"), Ok(3), "after a kill as well");
}

#[test]
fn a_profile_copied_after_a_kill_without_one_of_its_files_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let profile = folder.path().join("center");
    center(&profile).loses_power();
    let at = |name: &str| folder.path().join(name);
    for left_out in ["jisr.db-wal", "jisr.reach"] {
        copy(&profile, &at(left_out), left_out);
        let said = people(&at(left_out), "Hanane").unwrap_err();
        assert!(said.contains("profile_not_whole"), "{left_out}: {said}");
    }
    for (left_out, code) in [("jisr.db", "profile_missing"), ("slots.json", "")] {
        copy(&profile, &at(left_out), left_out);
        match people(&at(left_out), "Hanane") {
            Ok(all) => assert!(all == 2 && code.is_empty(), "{left_out}"),
            Err(said) => assert!(
                !code.is_empty() && said.contains(code),
                "{left_out}: {said}"
            ),
        }
    }
    copy(&profile, &at("whole"), "");
    assert_eq!(people(&at("whole"), "Hanane"), Ok(2));
}
