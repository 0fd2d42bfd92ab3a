//! The memory of a window: its own process and every one WebKit starts for it, shared pages counted once.

use std::time::{Duration, Instant};

/// How long a window is given to come to rest.
const REST: Duration = Duration::from_secs(30);
/// Between two looks.
const LOOK: Duration = Duration::from_secs(1);

/// A process, as `/proc/PID/stat` tells it.
struct Process {
    id: u32,
    parent: u32,
    /// Since the machine started, in hundredths of a second.
    started: f64,
}

fn processes() -> Vec<Process> {
    let all = std::fs::read_dir("/proc").expect("this measure reads /proc");
    all.filter_map(|entry| {
        let id: u32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name, in parentheses, may hold anything.
        let rest: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        Some(Process {
            id,
            parent: rest.get(1)?.parse().ok()?,
            started: rest.get(19)?.parse().ok()?,
        })
    })
    .collect()
}

/// Every process that descends from `parent`, itself left out: the oldest first.
fn descendants(parent: u32) -> Vec<Process> {
    let mut all = processes();
    let mut found: Vec<Process> = Vec::new();
    let mut above = vec![parent];
    while let Some(id) = above.pop() {
        let (own, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.parent == id);
        above.extend(own.iter().map(|one| one.id));
        found.extend(own);
        all = others;
    }
    found.sort_by(|one, other| one.started.total_cmp(&other.started));
    found
}

/// How long ago, in milliseconds, the first process below `parent` was started.
///
/// # Panics
/// When there is none.
pub fn age_ms(parent: u32) -> f64 {
    let uptime = std::fs::read_to_string("/proc/uptime").expect("this measure reads /proc");
    let seconds: f64 = uptime
        .split_whitespace()
        .next()
        .and_then(|text| text.parse().ok())
        .expect("seconds");
    let oldest = descendants(parent);
    let started = oldest.first().expect("the window's process").started;
    seconds * 1000.0 - started * 10.0
}

/// Memory of everything below `parent` (PSS, MiB) once it changes by less than one in a hundred from one second to
/// the next, three times in a row.
///
/// # Panics
/// When it never comes to rest, or a process may not be read.
pub fn settled_mib(parent: u32) -> f64 {
    let start = Instant::now();
    let (mut before, mut still) = (0.0, 0);
    loop {
        std::thread::sleep(LOOK);
        let now: f64 = descendants(parent).iter().filter_map(pss_mib).sum();
        still = if (now - before).abs() < before / 100.0 {
            still + 1
        } else {
            0
        };
        if still == 3 {
            return now;
        }
        assert!(
            start.elapsed() < REST,
            "the memory does not come to rest: {now:.0} MiB"
        );
        before = now;
    }
}

/// None when the process has just ended.
fn pss_mib(process: &Process) -> Option<f64> {
    let rollup = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", process.id)).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kib: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib / 1024.0)
}
