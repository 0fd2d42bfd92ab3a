//! The floor: the least a Tauri program with one window can cost on this machine. No core, no database, a page
//! with one button. `make bench` drives it exactly as it drives the real window.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
