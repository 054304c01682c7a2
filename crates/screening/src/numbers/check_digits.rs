//! Check digits, by which a number of a register is told from any other.

/// Whether the twelfth digit of an individual number is the one that the other eleven ask for.
pub(super) fn is_my_number(digits: &[u32]) -> bool {
    let Some((check, rest)) = digits.split_last() else { return false };
    if rest.len() != 11 {
        return false;
    }
    let weighted =
        rest.iter().rev().zip(1..).map(|(digit, place)| digit * if place <= 6 { place + 1 } else { place - 5 });
    let remainder = weighted.sum::<u32>() % 11;
    *check == if remainder <= 1 { 0 } else { 11 - remainder }
}

/// Whether the last digit of a number of an insurer is right: weights 2, 1, 2 … from its neighbour on, digit sums.
pub(super) fn is_insurer(digits: &[u32]) -> bool {
    let Some((check, rest)) = digits.split_last() else { return false };
    let weighted = rest.iter().rev().zip([2, 1].into_iter().cycle()).map(|(digit, weight)| digit * weight);
    let sum: u32 = weighted.map(|product| product / 10 + product % 10).sum();
    *check == (10 - sum % 10) % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<u32> {
        text.chars().filter_map(|c| c.to_digit(10)).collect()
    }

    #[test]
    fn one_wrong_digit_shows() {
        assert!(is_my_number(&digits("123456789018")));
        assert!(!is_my_number(&digits("123456789012")));
        assert!(!is_my_number(&digits("12345678901")));
        assert!(!is_my_number(&[]));
        assert!(is_insurer(&digits("06120018")));
        assert!(!is_insurer(&digits("06120019")));
        assert!(!is_insurer(&[]));
    }
}
