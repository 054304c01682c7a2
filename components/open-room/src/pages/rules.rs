//! The rules of collaboration rooms (R23, R24, R26, R27), as everybody who applies for one accepts them.

/// What those who take part keep to.
pub(super) const LINES: [&str; 6] = [
    "患者・利用者の個人情報は書き込みません。名前を書かなくても、だれのことか分かる書き方はしません。",
    "参加するのは、部屋の目的に必要な人だけにします。役目を終えた人は退出を申請します。",
    "部屋は、申請した目的のためだけに使います。宣伝や私用には使いません。",
    "部屋で知ったことを、関係のない人に伝えません。",
    "急ぎの連絡には使いません。急ぐときは電話をかけます。",
    "いらなくなったら、すぐに市へ閉鎖を申し出ます。",
];
