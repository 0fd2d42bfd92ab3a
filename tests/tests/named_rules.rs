//! Every rule of synchronisation that is built has a test that names it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The numbers of the rules in `docs/sync-protocol.md`, without those marked †.
fn built(root: &Path) -> BTreeSet<u32> {
    let text = fs::read_to_string(root.join("docs/sync-protocol.md")).unwrap();
    let rules = text.split("## The rules").nth(1).expect("the rules");
    rules
        .lines()
        .filter_map(|line| line.strip_prefix("| "))
        .filter_map(|line| line.split(' ').next()?.parse().ok())
        .collect()
}

/// The numbers in the names of tests: `rule_9_a_repeat_changes_nothing`.
fn tested(dir: &Path, found: &mut BTreeSet<u32>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tested(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let named = text.split("#[test]").skip(1).filter_map(|test| {
                let name = test.trim_start().strip_prefix("fn rule_")?;
                name.split('_').next()?.parse::<u32>().ok()
            });
            found.extend(named);
        }
    }
}

#[test]
fn each_rule_of_synchronisation_has_a_test_that_names_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let built = built(&root);
    assert!(built.len() > 20, "{built:?}");
    let mut found = BTreeSet::new();
    for dir in ["crates", "tests/tests"] {
        tested(&root.join(dir), &mut found);
    }
    let missing: Vec<_> = built.difference(&found).collect();
    assert!(missing.is_empty(), "no test names rule {missing:?}");
}
