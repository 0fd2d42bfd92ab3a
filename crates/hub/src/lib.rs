//! jisr-hub, the central endpoint, on embedded SQLite
