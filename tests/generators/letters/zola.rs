// What does the crate slug write for each character, as Zola calls it?
fn main() {
    for code in 0x80..0x20000 {
        if let Some(character) = char::from_u32(code) {
            // A letter on either side, since what an id begins or ends with is taken away.
            let made = slug::slugify(format!("q{character}q"));
            println!("{code:x} {}", &made[1..made.len() - 1]);
        }
    }
}
