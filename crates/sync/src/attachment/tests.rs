#![allow(clippy::unwrap_used)]

use super::*;

fn secret(n: u8, record: u128) -> Secret {
    Secret::of(&Secret::text(&[n; 32]), Uuid::from_u128(record)).unwrap()
}

fn plain(size: usize) -> Vec<u8> {
    (0..size)
        .map(|n| u8::try_from(n * 31 % 251).unwrap())
        .collect()
}

#[test]
fn rule_27_what_is_sealed_opens_whatever_its_length() {
    for size in [
        1,
        PIECE - 1,
        PIECE,
        PIECE + 1,
        2 * PIECE,
        3 * PIECE + 7,
        LARGEST,
    ] {
        let (secret, shape) = (secret(1, 1), Shape::of(size).unwrap());
        let bytes = plain(size);
        let sealed = secret.seal(&bytes).unwrap();
        assert_eq!(secret.open(shape, &sealed).unwrap(), bytes);
        let lengths: usize = (0..shape.pieces())
            .map(|n| shape.piece_len(n).unwrap())
            .sum();
        assert_eq!(lengths, sealed.len(), "{size}");
        assert_eq!(shape.piece_len(shape.pieces()), None);
    }
    assert!(Shape::of(0).is_none() && Shape::of(LARGEST + 1).is_none());
}

#[test]
fn rule_27_bytes_left_out_moved_changed_or_taken_from_another_do_not_open() {
    let (secret, size) = (secret(1, 1), 3 * PIECE);
    let sealed = secret.seal(&plain(size)).unwrap();
    let shape = Shape::of(size).unwrap();
    let one = PIECE + TAG;

    // The end left out, by whoever also says that it is shorter.
    let shorter = Shape::of(2 * PIECE).unwrap();
    assert!(secret.open(shorter, &sealed[..2 * one]).is_err());
    assert!(secret.open(shape, &sealed[..2 * one]).is_err());

    let mut moved = sealed.clone();
    moved[..one].copy_from_slice(&sealed[one..2 * one]);
    moved[one..2 * one].copy_from_slice(&sealed[..one]);
    assert!(secret.open(shape, &moved).is_err());

    let mut changed = sealed.clone();
    changed[one + 5] ^= 1;
    assert!(secret.open(shape, &changed).is_err());
    assert!(secret.open_piece(shape, 0, &changed[..one]).is_ok());
    assert!(secret.open_piece(shape, 1, &changed[one..2 * one]).is_err());
}

#[test]
fn rule_27_a_key_said_by_two_records_opens_neither_with_the_other_and_names_two_places() {
    let (one, two) = (secret(1, 1), secret(1, 2));
    assert_ne!(one.address(), two.address());
    let sealed = one.seal(b"a paper").unwrap();
    assert!(two.open(Shape::of(7).unwrap(), &sealed).is_err());
    assert!(Secret::of("short", Uuid::nil()).is_none());
    assert_eq!(one.address().len(), 64);
}
