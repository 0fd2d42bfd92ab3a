//! Commands from standard input, one a line.

use std::io::{BufRead, Write};

use jisr_commands::Core;
use serde_json::{Value, json};

use crate::Failure;

/// One answer a line, in order; a line that cannot be read is answered, not skipped.
pub(crate) fn lines(core: &Core) -> Result<(), Failure> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let answer = match serde_json::from_str::<Value>(&line) {
            Ok(mut request) => {
                let args = request["args"].take();
                match core.dispatch(request["command"].as_str().unwrap_or_default(), args) {
                    Ok(reply) => json!({ "ok": reply.ok }),
                    Err(error) => json!({ "error": error }),
                }
            }
            Err(error) => {
                json!({ "error": { "code": "argument", "args": { "detail": error.to_string() } } })
            }
        };
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}
