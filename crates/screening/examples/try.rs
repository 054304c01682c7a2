use std::io::Read;
fn main() {
    let mut s = String::new();
    std::io::stdin().read_to_string(&mut s).unwrap();
    for block in s.split("\n---\n") {
        let v = screening::screen(block.trim_end(), &screening::Directory::default());
        println!("[{}] {}", v.as_str(), block.trim().replace('\n', "⏎"));
        for f in v.findings {
            println!("      {} {:?} {} → {:?}", f.kind.as_str(), f.text, f.reason.chars().take(80).collect::<String>(), f.suggestion);
        }
    }
}
