-- The messages from one number to another, by one person, the third: half of them in one room, the others in 29.
WITH RECURSIVE numbers (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?2),
  texts (k, body) AS (VALUES
    (0, '本日の研修に参加できる方は会場の準備をお願いします。持ち物は筆記用具と資料です'),
    (1, '発熱の症状がある方への対応を確認しました。手指の消毒を続けてください'),
    (2, '次回の連絡会は来月の第二木曜日に市役所で行います。議題を募集しています'),
    (3, '褥瘡の予防について体位変換の間隔を話し合いました。資料を共有します'),
    (4, '発熱が続く場合の相談先を一覧にまとめました。掲示をお願いします'),
    (5, '服薬の管理で困っていることがあれば書いてください。薬剤師が答えます'),
    (6, '災害時の安否確認の訓練を来週行います。連絡先の更新をお願いします'),
    (7, '食事の形態についての勉強会の記録です。質問があれば書いてください'))
INSERT INTO messages (id, room_id, author_user_id, at, body, confirm, extras, revision)
SELECT i, iif(i % 2 = 0, 4000001, 4000002 + i % 29), ?3, i * 1000, t.body, 'none', 0, i
  FROM numbers JOIN texts t ON t.k = i % 8
