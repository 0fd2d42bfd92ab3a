//! The client against a hub that listens, and against what is not one.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jisr_client::{ClientError, HubClient};
use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use jisr_hub::serve;
use jisr_sync::wire::{HelloRequest, PROTOCOL, PullRequest, PushReply};

use crate::support::{Laptop, NOON, World, person};

const HELLO: HelloRequest = HelloRequest {
    protocol: PROTOCOL,
    schema: 1,
};

struct Serving {
    address: SocketAddr,
    _runtime: tokio::runtime::Runtime,
}

fn listen(world: &World) -> Serving {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = listener.local_addr().unwrap();
    runtime.spawn(serve(world.hub.clone(), listener, std::future::pending()));
    Serving {
        address,
        _runtime: runtime,
    }
}

fn client(address: SocketAddr, laptop: &Laptop) -> HubClient {
    HubClient::new(
        &format!("http://{address}"),
        laptop.device,
        laptop.key.clone(),
    )
    .unwrap()
}

/// Something that gives every caller the same answer.
fn impostor(answer: &'static str) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    address
}

#[test]
fn a_laptop_enrols_pushes_and_pulls_over_http() {
    let world = World::new();
    let serving = listen(&world);
    let mut amina = world.laptop();
    let hub = client(serving.address, &amina);
    assert!(
        matches!(hub.hello(&HELLO, NOON), Err(ClientError::Refused { code, status: 401 }) if code == "hub_device_unknown")
    );
    let code = world.code(Role::Director);
    let reply = hub
        .enrol(&amina.enrolment(&code, world.brought()), NOON)
        .unwrap();
    amina.center = reply.center;
    assert_eq!(
        hub.hello(&HELLO, NOON).unwrap().device_label,
        reply.device_label
    );
    let id = world.id();
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    assert!(
        matches!(hub.push(&amina.request(0), NOON).unwrap(), PushReply::Taken { mark, .. } if mark.seq == 1)
    );
    let pull = PullRequest {
        protocol: PROTOCOL,
        epoch: None,
        cursors: Vec::new(),
        held: None,
        settled: None,
        limit: 100,
    };
    let page = hub.pull(&pull, NOON).unwrap();
    assert!(page.caught_up && page.mark.seq == 1 && page.rows.len() == 3);
    let traffic = hub.traffic();
    assert_eq!(traffic.requests, 5);
    assert!(traffic.sent > 100 && traffic.received > 100);
    // Another key, another device's name: refused before anything is read.
    let forged = HubClient::new(
        &format!("http://{}", serving.address),
        amina.device,
        world.signing_key(),
    )
    .unwrap();
    let error = forged.pull(&pull, NOON).unwrap_err();
    assert_eq!(
        (error.code(), error.is_permanent()),
        ("hub_signature_wrong", true)
    );
    let hub = hub.stopped_by(Arc::new(AtomicBool::new(true)));
    assert!(matches!(hub.pull(&pull, NOON), Err(ClientError::Cancelled)));
}

#[test]
fn the_page_of_a_hotel_network_is_not_taken_for_the_hub() {
    let world = World::new();
    let amina = world.laptop();
    for answer in [
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 25\r\nConnection: close\r\n\r\n<html>Wi-Fi gratuit</html>",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/login\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\nConnection: close\r\n\r\nnone",
    ] {
        let error = client(impostor(answer), &amina)
            .hello(&HELLO, NOON)
            .unwrap_err();
        assert!(matches!(error, ClientError::NotAHub), "{answer}: {error:?}");
    }
    let error = client(
        impostor("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        &amina,
    )
    .hello(&HELLO, NOON);
    assert!(matches!(error, Err(ClientError::Unreachable(_))));
    // Something that does not speak TLS where the hub should.
    let plain =
        impostor("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    let secure =
        HubClient::new(&format!("https://{plain}"), amina.device, amina.key.clone()).unwrap();
    assert!(matches!(
        secure.hello(&HELLO, NOON),
        Err(ClientError::Unreachable(_))
    ));
    let nobody = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let error = client(nobody, &amina).hello(&HELLO, NOON).unwrap_err();
    assert_eq!(
        (error.code(), error.is_permanent()),
        ("hub_unreachable", false)
    );
    let insecure = HubClient::new("http://hub.example.ma", amina.device, amina.key.clone());
    assert!(matches!(insecure, Err(ClientError::InsecureUrl)));
}
