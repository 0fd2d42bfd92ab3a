//! One function per user intention; roles checked here
