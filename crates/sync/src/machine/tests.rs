#![allow(clippy::unwrap_used)]

use jisr_domain::id::AttachmentId;
use uuid::Uuid;

use super::*;
use crate::change::ChangeHash;

fn mark(seq: u64) -> Mark {
    Mark {
        seq,
        hash: ChangeHash::default(),
    }
}

/// A machine whose device wrote up to `last` and knows of `own`, greeted by a hub that stands at `hub`, on the
/// `same` chain or not.
fn greeted(last: u64, own: u64, hub: u64, same: bool) -> (Machine, Vec<Effect>) {
    let mut machine = Machine::default();
    machine.handle(Event::Start {
        last,
        mark: mark(own),
    });
    let reply = HelloReply {
        protocol_min: PROTOCOL,
        protocol_max: PROTOCOL,
        schema: 1,
        time_ms: 0,
        epoch: Uuid::nil(),
        mark: mark(hub),
        feeds: Vec::new(),
        center_code: String::new(),
        device_label: String::new(),
    };
    let link = if same { [0; 32] } else { [1; 32] };
    let own = (hub <= last).then_some(ChangeHash(link));
    let effects = machine.handle(Event::Hello { reply, own });
    (machine, effects)
}

fn taken(to: u64, hub: u64) -> Event {
    Event::Pushed {
        to,
        reply: PushReply::Taken {
            mark: mark(hub),
            time_ms: 0,
        },
    }
}

fn says(effects: &[Effect]) -> String {
    let told: Vec<String> = effects
        .iter()
        .filter(|effect| !matches!(effect, Effect::Report(_) | Effect::AdoptTime(_)))
        .map(|effect| format!("{effect:?}"))
        .collect();
    told.join(", ")
}

#[test]
fn rule_9_what_the_hub_took_though_its_replies_were_lost_is_not_sent_again() {
    let (_, effects) = greeted(5_000, 0, 4_000, true);
    assert_eq!(says(&effects), "Push { after: 4000 }");
    let (_, effects) = greeted(5_000, 0, 5_000, true);
    assert_eq!(says(&effects), "Pull");
}

#[test]
fn rule_9_an_old_copy_that_wrote_since_is_compared_before_it_takes_a_new_identity() {
    // Change 15 was written after the copy was put back; the hub has another one, and two more.
    for hub in [15, 17] {
        let (mut machine, effects) = greeted(15, 14, hub, false);
        assert_eq!(says(&effects), "Push { after: 14 }", "{hub}");
        let effects = machine.handle(Event::Pushed {
            to: 15,
            reply: PushReply::Fork { differs_at: 15 },
        });
        assert_eq!(says(&effects), "Reidentify { from: 15 }");
    }
    // It wrote nothing since: only what comes next is its own.
    let (_, effects) = greeted(14, 14, 17, false);
    assert_eq!(says(&effects), "Reidentify { from: 15 }");
}

#[test]
fn rule_9_all_of_an_old_copy_is_compared_though_the_hub_stands_beyond_it() {
    let (mut machine, _) = greeted(5_000, 0, 9_000, false);
    for to in [2_000, 4_000] {
        let effects = machine.handle(taken(to, 9_000));
        assert_eq!(says(&effects), format!("Push {{ after: {to} }}"));
    }
    let effects = machine.handle(taken(5_000, 9_000));
    assert_eq!(says(&effects), "Reidentify { from: 5001 }");
}

#[test]
fn rule_9_what_is_written_while_a_round_runs_is_no_sign_of_an_old_copy() {
    let (mut machine, _) = greeted(10, 8, 8, true);
    assert_eq!(says(&machine.handle(taken(11, 11))), "Pull");
}

#[test]
fn rule_18_a_hub_restored_from_a_backup_is_offered_what_it_lacks_before_anything_is_read() {
    let (_, effects) = greeted(10, 10, 4, true);
    assert_eq!(says(&effects), "Push { after: 4 }");
}

fn job(way: Way, id: u128, piece: u32) -> Job {
    Job {
        way,
        id: AttachmentId(Uuid::from_u128(id)),
        piece,
    }
}

/// A machine whose records all left and arrived.
fn published() -> Machine {
    let (mut machine, _) = greeted(0, 0, 0, true);
    let effects = machine.handle(page());
    assert!(says(&effects).contains("Publish"));
    assert_eq!(says(&machine.handle(Event::Published)), "Attachments");
    machine
}

fn page() -> Event {
    Event::Page(Box::new(PullPage {
        epoch: Uuid::nil(),
        mark: mark(0),
        rows: Vec::new(),
        cursors: Vec::new(),
        caught_up: true,
        remaining: 0,
        time_ms: 0,
    }))
}

#[test]
fn rule_27_one_attachment_that_fails_holds_up_neither_the_others_nor_the_round() {
    let mut machine = published();
    let effects = machine.handle(Event::Jobs(vec![
        job(Way::Out, 1, 0),
        job(Way::Out, 1, 1),
        job(Way::In, 2, 0),
    ]));
    assert!(matches!(effects[1], Effect::Piece(one) if one == job(Way::Out, 1, 0)));
    let given = Sent::Given(AttachmentId(Uuid::from_u128(1)));
    let effects = machine.handle(Event::Piece(given));
    assert!(matches!(effects[1], Effect::Piece(one) if one == job(Way::In, 2, 0)));
    let effects = machine.handle(Event::Failed("hub_unreachable".to_owned()));
    assert_eq!(says(&effects), "Finish(Done)");
}

#[test]
fn rule_27_it_stops_between_two_pieces_and_the_records_have_had_their_round() {
    let mut machine = published();
    machine.handle(Event::Jobs(vec![job(Way::Out, 1, 0), job(Way::Out, 1, 1)]));
    assert_eq!(says(&machine.handle(Event::Stop)), "Finish(Done)");
}

#[test]
fn rule_27_what_the_hub_completed_is_learnt_by_a_pull_of_the_same_round() {
    let mut machine = published();
    machine.handle(Event::Jobs(vec![job(Way::Out, 1, 0)]));
    let effects = machine.handle(Event::Piece(Sent::Completed));
    assert_eq!(says(&effects), "Pull");
    machine.handle(page());
    assert_eq!(says(&machine.handle(Event::Published)), "Finish(Done)");

    // Nothing completed, nothing to be told: no request more than there are pieces.
    let mut machine = published();
    assert_eq!(
        says(&machine.handle(Event::Jobs(Vec::new()))),
        "Finish(Done)"
    );
}
