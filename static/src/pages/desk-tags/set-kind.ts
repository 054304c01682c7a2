import type { Asked } from "../../api/client";
import {
  bringThemeBack,
  createTheme,
  loadThemes,
  orderThemes,
  renameTheme,
  retireTheme,
} from "../../api/room-desk";
import { bringTagBack, createTag, loadTags, orderTags, renameTag, retireTag } from "../../api/tags";
import type { RoomTheme, Tag } from "../../api/types";

/** One list of names that the city keeps in order for everybody: the tags, the themes of collaboration rooms. */
export interface SetKind {
  noun: string;
  /** What carries the names. */
  carriers: string;
  introduction: string;
  /** The longest name, in characters. */
  limit: number;
  example: string;
  load: () => Promise<Asked<{ items: Tag[] }>>;
  create: (name: string, headers: HeadersInit) => Promise<Asked<Tag>>;
  rename: (id: number, name: string) => Promise<Asked<Tag>>;
  order: (ids: number[]) => Promise<Asked<unknown>>;
  retire: (id: number) => Promise<Asked<Tag>>;
  bringBack: (id: number) => Promise<Asked<Tag>>;
}

/** R28 */
export const TAGS: SetKind = {
  noun: "タグ",
  carriers: "メッセージ",
  introduction:
    "メッセージに付けるタグです。すべての団体・利用者に同じタグが、この順番で出ます。作る、名前を変える、使うのをやめることができるのは市の職員だけです。",
  limit: 20,
  example: "褥瘡、服薬、退院調整。登録者の氏名など、だれのことか分かる言葉は使わないでください。",
  load: () => loadTags({ retired: true }),
  create: createTag,
  rename: renameTag,
  order: orderTags,
  retire: retireTag,
  bringBack: bringTagBack,
};

const asTag = ({ theme_id, ...rest }: RoomTheme): Tag => ({ tag_id: theme_id, ...rest });

async function tagOf(asked: Promise<Asked<RoomTheme>>): Promise<Asked<Tag>> {
  const { data, problem } = await asked;
  return data ? { data: asTag(data) } : { problem };
}

/** R23 */
export const THEMES: SetKind = {
  noun: "テーマ",
  carriers: "部屋",
  introduction:
    "職種連携の部屋を申請する人が、この順番で出るテーマから一つ選びます。作る、名前を変える、使うのをやめることができるのは市の職員だけです。",
  limit: 60,
  example: "地域の課題の共有、研修・勉強会。",
  load: async () => {
    const { data, problem } = await loadThemes({ retired: true });
    return data ? { data: { items: data.items.map(asTag) } } : { problem };
  },
  create: (name, headers) => tagOf(createTheme(name, headers)),
  rename: (id, name) => tagOf(renameTheme(id, name)),
  order: orderThemes,
  retire: (id) => tagOf(retireTheme(id)),
  bringBack: (id) => tagOf(bringThemeBack(id)),
};
