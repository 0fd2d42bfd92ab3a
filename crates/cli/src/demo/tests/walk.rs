//! The demonstration, at which each of its people may sit.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use super::*;

/// That Monday, a little later each time it is asked: what is done after something is later than it.
struct Passing(AtomicU64);

impl jisr_commands::Host for Passing {
    fn now_ms(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
    fn random(&self, bytes: &mut [u8]) {
        Machine.random(bytes);
    }
}

pub struct Walk {
    pub core: Core,
    _dir: tempfile::TempDir,
    pub staff: BTreeMap<&'static str, String>,
}

impl Walk {
    pub fn of(people: u32, seed: u64) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let core = Core::open(dir.path().join("demo"), Passing(AtomicU64::new(NOW_MS)));
        let summary = fill(&core, PASSPHRASE, people, seed).unwrap();
        assert_eq!(summary.people, people);
        let status = core.run("device.status", json!({})).unwrap().ok;
        let users = status["users"].as_array().unwrap();
        let staff = MEMBERS.iter().map(|member| {
            let user = users
                .iter()
                .find(|user| user["name_lat"] == member.name_lat);
            (member.name_lat, text(&user.unwrap()["staff"]))
        });
        let staff = staff.collect();
        Self {
            core,
            _dir: dir,
            staff,
        }
    }

    pub fn sits(&self, name: &str) {
        let user = json!({ "staff": self.staff[name], "passphrase": PASSPHRASE });
        self.core.run("session.unlock", user).unwrap();
    }

    pub fn ok(&self, name: &str, args: Value) -> Value {
        let answer = self.core.run(name, args.clone());
        answer
            .unwrap_or_else(|error| panic!("{name} {args}: {error:?}"))
            .ok
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
