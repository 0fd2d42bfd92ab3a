//! A bus of the test's own, and on it somebody who calls themselves logind.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use dbus::Message;
use dbus::blocking::Connection;
use dbus::channel::{Channel, MatchingReceiver, Sender as _};
use dbus::message::MatchRule;
use std::os::fd::OwnedFd;

use super::super::logind::listen;

const SERVICE: &str = "org.freedesktop.login1";
const PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
/// Nothing here takes long; a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    fn new() -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().unwrap())
            .read_line(&mut address)
            .unwrap();
        Self {
            daemon,
            address: address.trim().to_owned(),
        }
    }

    fn connect(&self) -> Connection {
        let mut channel = Channel::open_private(&self.address).unwrap();
        channel.register().unwrap();
        Connection::from(channel)
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// What happens, in its order.
#[derive(Debug, PartialEq, Eq)]
enum Event {
    /// Somebody asked logind to wait for them.
    Held,
    /// The core locked.
    Locked,
    /// Nobody holds the sleep back any more.
    LetGo,
}

enum Order {
    Sleep(bool),
    /// Somebody else on the bus says the same.
    Lie,
}

/// logind, as far as we ask anything of it: gives a pipe to whoever wants to be waited for, and sees when they close it.
fn logind(bus: &Bus, orders: Receiver<Order>, events: Sender<Event>) {
    let connection = bus.connect();
    let liar = bus.connect();
    connection
        .request_name(SERVICE, false, true, false)
        .unwrap();
    std::thread::spawn(move || {
        let told = events.clone();
        connection.start_receive(
            MatchRule::new_method_call(),
            Box::new(move |asked: Message, connection| {
                if asked.member().as_deref() != Some("Inhibit") {
                    return true;
                }
                let (what, _, _, mode): (&str, &str, &str, &str) = asked.read4().unwrap();
                assert_eq!((what, mode), ("sleep", "delay"));
                let (mut here, theirs) = std::io::pipe().unwrap();
                let _ = connection.send(
                    asked
                        .method_return()
                        .append1(File::from(OwnedFd::from(theirs))),
                );
                told.send(Event::Held).unwrap();
                let told = told.clone();
                std::thread::spawn(move || {
                    // Ends when the last of them closes it.
                    let _ = std::io::Read::read(&mut here, &mut [0]);
                    let _ = told.send(Event::LetGo);
                });
                true
            }),
        );
        loop {
            let _ = connection.process(Duration::from_millis(20));
            let signal = |sleeps: bool| {
                Message::new_signal(PATH, MANAGER, "PrepareForSleep")
                    .unwrap()
                    .append1(sleeps)
            };
            match orders.try_recv() {
                Ok(Order::Sleep(sleeps)) => drop(connection.send(signal(sleeps))),
                Ok(Order::Lie) => {
                    let _ = liar.send(signal(true));
                    liar.channel().flush();
                }
                Err(_) => {}
            }
        }
    });
}

#[test]
fn the_core_is_locked_before_the_system_sleeps_and_the_sleep_waits_for_it_each_time() {
    let bus = Bus::new();
    let (events, seen) = channel();
    let (orders, taken) = channel();
    logind(&bus, taken, events.clone());
    let ours = bus.connect();
    std::thread::spawn(move || {
        let lock = Arc::new(move || events.send(Event::Locked).unwrap_or_default());
        let _ = listen(&ours, &lock);
    });
    let next = || seen.recv_timeout(PATIENCE).unwrap();
    assert_eq!(next(), Event::Held);
    for _ in 0..2 {
        // Another program on the bus puts nobody out.
        orders.send(Order::Lie).unwrap();
        orders.send(Order::Sleep(true)).unwrap();
        assert_eq!(next(), Event::Locked);
        assert_eq!(next(), Event::LetGo, "locked before it is let go");
        // Awake again: the next sleep is held back too.
        orders.send(Order::Sleep(false)).unwrap();
        assert_eq!(next(), Event::Held);
    }
}
