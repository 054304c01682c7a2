import { chromium } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { join, extname } from "node:path";
const dist="/work/wt/f2/static/dist";
const types={".js":"text/javascript",".css":"text/css",".html":"text/html",".svg":"image/svg+xml",".png":"image/png",".webmanifest":"application/json"};
const server=createServer(async(q,r)=>{ let p=new URL(q.url,"http://x").pathname; try{const b=await readFile(join(dist,p==="/"?"/index.html":p)); r.setHeader("content-type",types[extname(p)]??"text/html"); r.end(b);}catch{ r.setHeader("content-type","text/html"); r.end(await readFile(join(dist,"index.html")));}});
await new Promise(r=>server.listen(4999,r));
const T="2026-11-25T03:00:00Z";
const base={receipt_number:"7-26-000001-20",form:7,status:"received",desk:"association",channel:"electronic",organization_id:5,organization_name:"みなみ在宅クリニック",is_new_organization:false,wrong_desk:false,due_on:"2026-12-01",open_days_left:3,late:false,applicant_name:"国府台 恵",people_count:3,received_at:T,assigned_to:null,version:1,missing:[],warnings:[],history:[{at:T,actor_name:"国府台 恵",action:"submit",note:null,internal:false}],accounts:[],excluded:[]};
const applicant={name:"国府台 恵",kana:"コウノダイ メグミ",phone:"047-300-0001",email:"megumi@minami.example.jp"};
const reg={name:"行徳 ハナ",kana:"ギョウトク ハナ",birth_date:"1938-05-03",postal_code:"272-0021",address:"千葉県市川市八幡3丁目4番5号 みなみハイツ203",phone:"047-300-1111"};
const members=[{user_id:1,name:"国府台 恵",kana:"コウノダイ メグミ",profession:"doctor",organization_name:"みなみ在宅クリニック"},{user_id:2,name:"真間 進",kana:"ママ ススム",profession:"care_manager",organization_name:"ケアプラン真間"},{user_id:null,name:"大野 緑",kana:"オオノ ミドリ",profession:"visiting_nurse",organization_name:"おおの訪問看護ステーション"}];
const form7={...base,content:{organization_id:5,applicant,registrant:reg,consent:{signed_by:"representative",representative_name:"行徳 一郎",representative_relation:"child",signed_on:"2026-11-20",scan_agreed_on:"2026-11-20"},team:{members}},original:null,identity:{decided:false,registrant_id:null},similar:[{registrant_id:3,name:"行徳 はな",kana:"ギョウトク ハナ",birth_date:"1938-05-03",address:"千葉県市川市八幡3-4-5 みなみハイツ203",room_id:9,room_open:false,how:"same_kana"},{registrant_id:4,name:"行徳 花江",kana:"ギョウトク ハナエ",birth_date:"1938-05-03",address:"千葉県市川市大野町1-1",room_id:10,room_open:true,how:"similar_kana"}],members:[{at:0,user_id:1,known:true,candidates:[]},{at:1,user_id:2,known:false,candidates:[]},{at:2,user_id:null,known:false,candidates:[{user_id:8,name:"大野 翠",organization_name:"おおの訪問看護ステーション"}]}]};
const half={...form7,receipt_number:"7-26-000002-21",status:"incomplete",due_on:null,open_days_left:null,missing:["team"],content:{...form7.content,team:null},members:[],similar:[]};
const form8={...base,form:8,receipt_number:"8-26-000001-22",content:{organization_id:5,applicant,room_id:9,reason:"担当の交代のため",changes:[{change:"add",on:"2026-12-01",...members[2]},{change:"remove",on:"2026-11-20",...members[1]}]},room:{room_id:9,registrant_id:3,registrant_name:"行徳 ハナ"},members:[{at:0,user_id:null,known:false,candidates:[]},{at:1,user_id:2,known:true,candidates:[]}]};
const mem=(m,i,since,until=null)=>({...m,user_id:m.user_id??20+i,since,until});
const room={room_id:9,opened_at:"2026-10-01T01:00:00Z",closed_at:null,closed_reason:null,closed_note:null,retain_until:null,deletion_requested_at:null,deletion_requested_by:null,content_deleted_at:null,without_clinician_from:"2026-11-30T15:00:00Z",team:[mem(members[0],0,"2026-10-01T01:00:00Z","2026-11-30T15:00:00Z"),mem(members[1],1,"2026-10-01T01:00:00Z"),mem(members[2],2,"2026-10-01T01:00:00Z","2026-10-31T15:00:00Z")],planned:[mem(members[2],5,"2026-12-01T15:00:00Z")],awaiting:[{awaiting_id:1,name:"大野 緑",kana:"オオノ ミドリ",profession:"visiting_nurse",organization_name:"おおの訪問看護ステーション",candidates:[{user_id:8,name:"大野 翠",organization_name:"おおの訪問看護ステーション"}]},{awaiting_id:2,name:"中山 登",kana:"ナカヤマ ノボル",profession:"pharmacist",organization_name:"中山薬局",candidates:[]}],events:[{id:2,at:T,kind:"member_joined",text:"大野 緑さんが担当者になりました",actor_name:"真間 一郎",about_name:"大野 緑",note:null},{id:1,at:T,kind:"opened",text:"部屋を開きました",actor_name:"真間 一郎",about_name:null,note:null}],applications:[{receipt_number:"7-26-000001-20",form:7,status:"accepted",received_at:T},{receipt_number:"8-26-000001-22",form:8,status:"received",received_at:T}],broken_glass:[{user_name:"真間 一郎",reason:"ご家族から、訪問の記録に関する問い合わせがあり、確かめるため。",at:"2026-11-20T03:00:00Z",until:"2026-11-20T04:00:00Z"}]};
const closed={...room,room_id:4,opened_at:"2019-04-01T01:00:00Z",closed_at:"2020-05-01T01:00:00Z",closed_reason:"moved_away",closed_note:"ご家族から電話。",retain_until:"2025-05-01",without_clinician_from:null,team:[],planned:[],awaiting:[],broken_glass:[]};
const consent={consent_id:1,signed_by:"representative",representative_name:"行徳 一郎",representative_relation:"child",signed_on:"2026-09-20",scan_agreed_on:null,original_received_by:"in_person",original_received_on:"2026-09-25",withdrawn_at:null};
const registrant={registrant_id:3,...reg,consents:[consent,{...consent,consent_id:2,signed_by:"person",representative_name:null,representative_relation:null,withdrawn_at:T}],rooms:[closed,room]};
const sum={open:3,returned:1,late:0,due_today:0,mine:0,unassigned:3,notices_to_print:0,notices_to_post:0,objections:0};
const alerts={stops:[{receipt_number:"6-26-000001-20",user_id:1,user_name:"国府台 恵",profession:"doctor",organization_name:"みなみ在宅クリニック",filed_at:T,last_day:"2026-11-30",rooms:[{room_id:9,registrant_id:3,registrant_name:"行徳 ハナ",last_clinician:true},{room_id:10,registrant_id:4,registrant_name:"行徳 花江",last_clinician:false}]}],without_clinician:[{room_id:11,registrant_id:8,registrant_name:"塩浜 太郎",from:"2026-11-01T15:00:00Z"},{room_id:9,registrant_id:3,registrant_name:"行徳 ハナ",from:"2026-11-30T15:00:00Z"}]};
const del={room_id:4,registrant_id:3,registrant_name:"行徳 ハナ",closed_at:"2020-05-01T01:00:00Z",closed_reason:"moved_away",retain_until:"2025-05-01",deletion_requested_at:null,deletion_requested_by:null,by_me:false};
const cell=v=>v<5?{value:null,hidden:true}:{value:v,hidden:false};
const usage={open_rooms:cell(48),closed_rooms:cell(3),registrants:cell(51),members_by_profession:[{profession:"doctor",people:cell(17)},{profession:"visiting_nurse",people:cell(33)},{profession:"dietitian",people:cell(2)}],rooms_by_team_size:[{size:"1-3",rooms:cell(4)},{size:"4-6",rooms:cell(28)},{size:"7-9",rooms:cell(11)},{size:"10+",rooms:cell(5)}],opened_by_month:["2026-10","2026-11"].map(month=>({month,rooms:cell(9)}))};
const person={user_id:1,user_name:"国府台 恵",profession:"doctor",organization_name:"みなみ在宅クリニック",views:41,last_at:T};
const answers={
 "/api/desk/summary":sum,"/api/desk/clerks":{items:[]},"/api/desk/applications":{items:[base,{...half,content:undefined},{...form8,content:undefined}],next:null},
 "/api/support-room-applications/7-26-000001-20":form7,"/api/support-room-applications/7-26-000002-21":half,"/api/care-team-notices/8-26-000001-22":form8,
 "/api/registrants":{items:[{registrant_id:3,name:"行徳 ハナ",kana:"ギョウトク ハナ",birth_date:"1938-05-03",room_id:9,room_state:"open",members:4,awaiting:1,without_clinician_from:"2026-11-30T15:00:00Z"},{registrant_id:8,name:"塩浜 太郎",kana:"シオハマ タロウ",birth_date:"1941-01-03",room_id:11,room_state:"open",members:4,awaiting:0,without_clinician_from:"2026-11-01T15:00:00Z"},{registrant_id:5,name:"市川 次郎",kana:"イチカワ ジロウ",birth_date:"1941-01-03",room_id:null,room_state:"none",members:0,awaiting:0,without_clinician_from:null}],next:"x"},
 "/api/registrants/3":registrant,"/api/registrants/3/view-counts":{total:44,by_person:[person,{...person,user_id:9,user_name:"真間 一郎",profession:"clerk",organization_name:"市川市医師会",views:3}],by_day:[]},
 "/api/registrants/3/views":{items:[{at:T,...person,what:"room",via:"member"},{at:T,...person,user_id:9,user_name:"真間 一郎",what:"room",via:"broken_glass"},{at:T,...person,what:"register",via:"desk"}],next:null},
 "/api/registrants/view-counts":{items:[{registrant_id:3,name:"行徳 ハナ",views:44,people:2}],next:null},
 "/api/care-team-alerts":alerts,"/api/rooms-to-delete":{items:[del,{...del,room_id:5,deletion_requested_at:T,deletion_requested_by:"真間 一郎",by_me:true},{...del,room_id:6,deletion_requested_at:T,deletion_requested_by:"中山 登",by_me:false}],next:null},
 "/api/deletion-records":{items:[{id:1,room_id:1,registrant_id:1,requested_by:"真間 一郎",confirmed_by:"中山 登",at:T,counts:{applications:2,consents:1,events:12}}],next:null},
 "/api/usage/support-rooms":usage,
};
const browser=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu"]});
const only=process.argv[2];
for (const [name,viewport] of [["phone",{width:360,height:740}],["wide",{width:1280,height:900}]]) {
  const ctx=await browser.newContext({locale:"ja-JP",timezoneId:"Asia/Tokyo",viewport,baseURL:"http://localhost:4999"});
  const page=await ctx.newPage();
  page.on("console",m=>{if(m.type()==="error"||m.type()==="warning")console.log("console",m.text())}); page.on("pageerror",e=>console.log("pageerror",e.stack));
  let desk="association";
  await page.route("**/api/**",route=>{const u=new URL(route.request().url()); 
    if(u.pathname==="/api/me")return route.fulfill({json:{desk,expires_at:"2026-12-01T00:00:00Z",is_manager:false,kana:"ママ イチロウ",login_id:"4827-1935",name:"真間 一郎",organization:{id:2,kind:"medical_association",name:"市川市医師会"},profession:"clerk",rooms:{support:0,collaboration:0},signed_in_at:T,user_id:9}});
    if(route.request().method()!=="GET")return route.fulfill({status:409,json:{title:"受理できません。",detail:"同意書の原本をまだ受け取っていません。",code:"original_missing",rule:"R19"},contentType:"application/problem+json"});
    const a=answers[u.pathname]; if(!a){console.log("no mock",u.pathname); return route.fulfill({status:404,json:{title:"ない"}})} return route.fulfill({json:a});});
  const shot=async(label)=>{ await page.waitForTimeout(150); const v=(await new AxeBuilder({page}).withTags(["wcag2a","wcag2aa","wcag21a","wcag21aa"]).setLegacyMode().analyze()).violations; if(v.length)console.log(name,label,v.map(x=>x.id+": "+x.nodes.map(n=>n.html).join(" | ")).join("\n"));
    const ex=await page.evaluate(()=>document.documentElement.scrollWidth-document.documentElement.clientWidth); if(ex>0)console.log(name,label,"too wide by",ex);
    await page.screenshot({path:`/tmp/f2tour/${label}-${name}.png`,fullPage:true}); };
  const go=async(label,path,more)=>{ if(only&&!label.startsWith(only))return; await page.goto(path); await page.getByRole("heading",{level:1}).waitFor(); await page.waitForTimeout(300); if(more)await more(); await shot(label)};
  await go("queue","/desk");
  await go("form7","/desk/applications/7-26-000001-20");
  await go("half","/desk/applications/7-26-000002-21");
  await go("form8","/desk/applications/8-26-000001-22");
  await go("registrants","/desk/registrants");
  await go("registrant","/desk/registrants/3",async()=>{await page.getByRole("button",{name:"1回ごとの記録を見る"}).click()});
  await go("glass","/desk/registrants/3",async()=>{await page.getByRole("button",{name:"内容を見る(非常時)"}).first().click(); await page.getByRole("button",{name:"理由を記録"}).click()});
  await go("close","/desk/registrants/3",async()=>{await page.getByRole("button",{name:"部屋を閉じる"}).click()});
  await go("views","/desk/registrants/views");
  await go("alerts","/desk/alerts");
  await go("deletions","/desk/deletions");
  await go("deldialog","/desk/deletions",async()=>{await page.getByRole("button",{name:/確認して削除する/}).click();});
  desk="city";
  await go("usage","/desk/usage");
  await ctx.close();
}
await browser.close(); server.close();
