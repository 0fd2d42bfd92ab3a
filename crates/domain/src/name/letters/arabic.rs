//! Arabic letters as small codes, after the spellings that Moroccan clerks interchange are made one.

/// The letters costs are learned on, in code order. The last one, ٱ, stands for an article inside a compound name
/// (عبد ٱ رحيم), which Latin spelling writes el, al, er, e … or not at all.
pub const LETTERS: [char; 30] = [
    'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ',
    'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ي', 'ء', 'ٱ',
];

/// Code of the first letter; the others follow. Above ASCII, so that no code meets a Latin letter.
pub const FIRST: u8 = 0x80;

/// Code of the article inside a compound name.
pub const ARTICLE: u8 = FIRST + 29;

/// The code of a character once folded: hamza seats lose their hamza, ة is ه, ى is ي, and the letters of Persian,
/// Urdu and Moroccan print (ک ی گ ڭ پ ڤ چ) take their plain neighbours.
pub fn letter(c: char) -> Option<u8> {
    let plain = match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ى' | 'ئ' | 'ی' | 'ې' | 'ے' => 'ي',
        'ة' | 'ۀ' | 'ە' | 'ھ' | 'ہ' | 'ۃ' => 'ه',
        'ؤ' | 'ۆ' | 'ۇ' => 'و',
        'ک' | 'گ' | 'ڭ' | 'ݣ' | 'ڪ' => 'ك',
        'پ' => 'ب',
        'ڤ' | 'ڥ' | 'ڢ' => 'ف',
        'چ' => 'ج',
        'ڨ' | 'ڧ' => 'ق',
        other => other,
    };
    if plain == 'ٱ' {
        return None;
    }
    let at = LETTERS.iter().position(|&l| l == plain)?;
    u8::try_from(at).ok().map(|at| FIRST + at)
}

/// The codes of a word. A hamza counts only at the end (وفاء), where Latin spelling may show it as *ae* or *aa*.
pub fn fold(word: &str) -> Vec<u8> {
    let hamza = FIRST + 28;
    let mut codes: Vec<u8> = word.chars().filter_map(letter).collect();
    let last = codes.len().saturating_sub(1);
    let mut at = 0;
    codes.retain(|&c| {
        at += 1;
        c != hamza || at - 1 == last
    });
    codes
}

/// Whether folded letters are those of a word, without folding it into a new list.
pub fn is(word: &str, letters: &[u8]) -> bool {
    word.chars().filter_map(letter).eq(letters.iter().copied())
}

/// The character a code stands for: to print a cost table.
pub fn show(code: u8) -> Option<char> {
    LETTERS.get(usize::from(code.checked_sub(FIRST)?)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_same_letters_fold_together() {
        assert_eq!(fold("أسماء"), fold("اسماء"));
        assert_eq!(fold("ليلى"), fold("ليلي"));
        assert_eq!(fold("فاطمة"), fold("فاطمه"));
        assert_ne!(fold("حسن"), fold("حسين"));
    }
}
