//! The encrypted database: keys, tables, migrations, the one write door, search

pub mod key;
