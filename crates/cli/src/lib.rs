//! jisr-cli, the same commands with no window
