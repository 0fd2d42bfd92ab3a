//! Printed documents on their way to the reader's own viewer.
//!
//! A viewer needs a file, and a file is the one thing that leaves the encrypted database in clear. So it lies
//! in a folder only this user may enter, in memory where the system offers that, and goes when the session is
//! locked, when the program ends, and, after a kill, when it starts again. What lies in memory goes with the
//! session of the machine too, whether or not the program is started again.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The folder of documents now open in a viewer.
#[derive(Debug)]
pub struct Documents {
    folder: PathBuf,
    written: AtomicU32,
}

/// Where a document may lie, best first: the user's runtime folder, which goes with their session; the memory every
/// user shares.
pub fn in_memory() -> Vec<PathBuf> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let shared = PathBuf::from("/dev/shm");
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    runtime
        .into_iter()
        .chain([shared])
        .filter(|place| lies_in_memory(place, &mounts))
        .collect()
}

/// Whether what is written in `place` reaches no disk, by the mounts of this system.
fn lies_in_memory(place: &Path, mounts: &str) -> bool {
    let Ok(place) = place.canonicalize() else {
        return false;
    };
    let mount = mounts
        .lines()
        .filter_map(|line| {
            let (before, after) = line.split_once(" - ")?;
            let point = Path::new(before.split(' ').nth(4)?);
            let kind = after.split(' ').next()?;
            place.starts_with(point).then_some((point, kind))
        })
        // Of two mounts on one place the last hides the first.
        .max_by_key(|(point, _)| point.components().count());
    matches!(mount, Some((_, "tmpfs" | "ramfs")))
}

impl Documents {
    /// Takes the place where documents of this profile are shown, emptying what an interrupted run left in any.
    ///
    /// `memory` is where the system keeps files in memory; when none of these will have a folder of this user alone, the
    /// documents lie beside the profile. One process at a time holds a profile, so the place is nobody else's.
    pub fn in_place_for(profile: &Path, memory: &[PathBuf]) -> Self {
        let name = format!("jisr-{:016x}", name_of(profile));
        let beside = profile.join("open-documents");
        let places: Vec<PathBuf> = memory.iter().map(|place| place.join(&name)).collect();
        for left in places.iter().chain([&beside]) {
            let _ = fs::remove_dir_all(left);
        }
        let folder = places
            .into_iter()
            .find(|place| private_folder(place).is_ok())
            .unwrap_or(beside);
        Self {
            folder,
            written: AtomicU32::new(0),
        }
    }

    /// Writes a PDF where only this user can read it, and gives its path.
    ///
    /// The name is for the viewer's title bar: what could lead out of the folder or pass for another kind of
    /// file is left out. Anything but a PDF is refused, since what opens it is chosen by the system.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        if !bytes.starts_with(b"%PDF-") {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "not a PDF"));
        }
        if !self.folder.is_dir() {
            private_folder(&self.folder)?;
        }
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let path = self.folder.join(format!("{}-{number}.pdf", plain(name)));
        let mut file = private_file(&path)?;
        file.write_all(bytes)?;
        Ok(path)
    }

    /// Removes every document. Those that are already gone, or that a viewer holds, are no concern of the caller. The
    /// folder stays ours until the program ends.
    pub fn clear(&self) {
        for document in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let _ = fs::remove_file(document.path());
        }
    }
}

impl Drop for Documents {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Opens a file in the viewer this system uses for its kind, without waiting for it to be closed.
pub fn show(path: &Path) -> io::Result<()> {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let mut viewer = Command::new(opener)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Somebody must take note of its end, or it stays in the process table until ours.
    std::thread::spawn(move || viewer.wait());
    Ok(())
}

/// Lays an Excel workbook in `folder`, readable by this user only, under a name no other file has there. Somebody asked
/// for it: unlike what a viewer shows, it stays. Anything else is refused.
pub fn save_sheet(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "not a workbook"));
    }
    fs::create_dir_all(folder)?;
    let stem = plain(name.strip_suffix(".xlsx").unwrap_or(name));
    for number in 1..1_000 {
        let path = folder.join(if number == 1 {
            format!("{stem}.xlsx")
        } else {
            format!("{stem}-{number}.xlsx")
        });
        match private_file(&path) {
            Ok(mut file) => {
                file.write_all(bytes)?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// A number that stands for the profile's path: the same at every start.
fn name_of(profile: &Path) -> u64 {
    // FNV-1a. The standard hasher does not promise to stay the same from one release to the next.
    profile
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
}

fn plain(name: &str) -> String {
    let stem = name.strip_suffix(".pdf").unwrap_or(name);
    let kept: String = stem
        .chars()
        .map(|character| {
            if character.is_alphanumeric() {
                character
            } else {
                '-'
            }
        })
        .take(60)
        .collect();
    let kept = kept.trim_matches('-');
    if kept.is_empty() {
        "jisr".to_owned()
    } else {
        kept.to_owned()
    }
}

/// Makes a folder only this user may enter. One that is there already is refused: somebody else may have put it there.
fn private_folder(path: &Path) -> io::Result<()> {
    let mut folder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        folder.mode(0o700);
    }
    folder.create(path)
}

fn private_file(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    const LETTER: &[u8] = b"%PDF-1.7 a letter";

    #[test]
    fn a_letter_is_readable_by_its_reader_only_and_gone_when_she_locks() {
        let profile = tempfile::tempdir().unwrap();
        let documents = Documents::in_place_for(profile.path(), &[]);
        let path = documents.write("إحالة 2026-0012.pdf", LETTER).unwrap();
        assert_eq!(fs::read(&path).unwrap(), LETTER);
        assert_eq!(path.file_name().unwrap(), "إحالة-2026-0012-0.pdf");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&path), 0o600);
            assert_eq!(mode(path.parent().unwrap()), 0o700);
        }
        documents.clear();
        assert!(!path.exists());
        assert!(
            documents.write("again", LETTER).unwrap().exists(),
            "the next letter opens as the first did"
        );
    }

    #[test]
    fn a_letter_left_by_a_kill_is_gone_at_the_next_start_wherever_it_lay() {
        let (profile, memory) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let memory = [memory.path().to_path_buf()];
        for before in [&memory[..], &[]] {
            let killed = Documents::in_place_for(profile.path(), before);
            let left = killed.write("letter", LETTER).unwrap();
            std::mem::forget(killed);
            assert!(left.exists());
            let started = Documents::in_place_for(profile.path(), &memory);
            assert!(!left.exists());
            let shown = started.write("letter", LETTER).unwrap();
            assert!(shown.starts_with(&memory[0]), "nothing lies on the disk");
        }
        assert_eq!(fs::read_dir(&memory[0]).unwrap().count(), 0);
        assert_eq!(fs::read_dir(profile.path()).unwrap().count(), 0);
    }

    #[test]
    #[cfg(unix)]
    fn a_folder_somebody_else_laid_there_is_not_used() {
        let (profile, memory, trap) = (
            tempfile::tempdir().unwrap(),
            tempfile::tempdir().unwrap(),
            tempfile::tempdir().unwrap(),
        );
        let name = format!("jisr-{:016x}", name_of(profile.path()));
        // Neither a link to elsewhere, nor what cannot be taken away.
        std::os::unix::fs::symlink(trap.path(), memory.path().join(&name)).unwrap();
        let documents = Documents::in_place_for(profile.path(), &[memory.path().into()]);
        documents.write("letter", LETTER).unwrap();
        assert_eq!(fs::read_dir(trap.path()).unwrap().count(), 0);
        drop(documents);
        let documents = Documents::in_place_for(profile.path(), &["/proc".into()]);
        let path = documents.write("letter", LETTER).unwrap();
        assert!(path.starts_with(profile.path().join("open-documents")));
    }

    #[test]
    fn memory_is_told_from_a_disk_by_the_mounts() {
        let place = tempfile::tempdir().unwrap();
        let memory = place.path().canonicalize().unwrap();
        let disk = memory.join("disk");
        fs::create_dir(&disk).unwrap();
        let mounts = format!(
            "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
            30 22 0:25 / {} rw,nosuid shared:5 - tmpfs tmpfs rw\n\
            31 30 8:2 / {} rw - ext4 /dev/sdb rw",
            memory.display(),
            disk.display()
        );
        assert!(lies_in_memory(&memory, &mounts));
        assert!(lies_in_memory(
            &disk.join("../../").join(memory.file_name().unwrap()),
            &mounts
        ));
        for on_disk in [Path::new("/"), &disk, Path::new("/no/such/place")] {
            assert!(!lies_in_memory(on_disk, &mounts), "{}", on_disk.display());
        }
        assert!(!lies_in_memory(&memory, ""));
    }

    #[test]
    fn a_name_from_outside_leads_nowhere_else() {
        let profile = tempfile::tempdir().unwrap();
        let documents = Documents::in_place_for(profile.path(), &[]);
        for name in [
            "../../.bashrc",
            "/etc/passwd",
            "",
            "...",
            "a\0b",
            "x.desktop",
        ] {
            let path = documents.write(name, LETTER).unwrap();
            assert_eq!(
                path.parent().unwrap(),
                profile.path().join("open-documents")
            );
            assert_eq!(path.extension().unwrap(), "pdf");
        }
    }

    #[test]
    fn a_sheet_is_laid_beside_others_and_over_none() {
        let downloads = tempfile::tempdir().unwrap();
        let sheet = b"PK\x03\x04 a workbook";
        let one = save_sheet(downloads.path(), "../لائحة.xlsx", sheet).unwrap();
        let two = save_sheet(downloads.path(), "../لائحة.xlsx", sheet).unwrap();
        assert_eq!(one.file_name().unwrap(), "لائحة.xlsx");
        assert_eq!(two.file_name().unwrap(), "لائحة-2.xlsx");
        assert_eq!(one.parent().unwrap(), downloads.path());
        assert!(save_sheet(downloads.path(), "x.xlsx", b"[Desktop Entry]").is_err());
    }

    #[test]
    fn what_is_not_a_pdf_is_not_handed_to_the_system() {
        let profile = tempfile::tempdir().unwrap();
        let documents = Documents::in_place_for(profile.path(), &[]);
        assert!(
            documents
                .write("letter", b"[Desktop Entry]\nExec=...")
                .is_err()
        );
    }
}
