//! A new migration is a file nothing names: without this, a crate built before it goes on without it.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}
