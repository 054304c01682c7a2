// What all blank forms share: the desk's own box, the foot of each sheet, and rows that are written once and repeated.
"use strict";

const DESKS = {
  city: "市川市 地域包括支援課",
  association: "市川市医師会",
};

/** A copy of a `<template data-repeat="4">` for each row. */
function repeat(template) {
  const copies = Array.from({ length: Number(template.dataset.repeat) }, () => template.content.cloneNode(true));
  template.replaceWith(...copies);
}

/** What the desk writes on arrival: number, day, and how the form came (R12). */
function deskBox() {
  const box = document.createElement("table");
  box.className = "desk";
  box.innerHTML = `
    <caption>窓口記入欄（書かないでください）</caption>
    <tr><th scope="row">受付番号</th><td></td></tr>
    <tr><th scope="row">受付日</th><td class="date">令和 年 月 日</td></tr>
    <tr><th scope="row">受け取り方</th><td><ul class="choices"><li>窓口</li><li>郵送</li></ul></td></tr>`;
  return box;
}

/** Number, title and desk stand above the first sheet; the foot says on each which form it belongs to. */
function complete(sheet, at, sheets) {
  const { form, desk } = document.body.dataset;
  if (at === 0) sheet.querySelector(".head").append(deskBox());
  const foot = document.createElement("footer");
  foot.className = "foot";
  // The forms about collaboration rooms have no number.
  const name = Number(form) < 4 ? document.title : `様式第${form}号`;
  const says = [name, `提出先：${DESKS[desk]}（持参または郵送。Eメールでは受け付けません）`];
  if (sheets.length > 1) says.push(`${at + 1}/${sheets.length}枚`);
  for (const text of says) {
    const part = document.createElement("span");
    part.textContent = text;
    foot.append(part);
  }
  sheet.append(foot);
}

for (const template of document.querySelectorAll("template[data-repeat]")) repeat(template);
[...document.querySelectorAll(".sheet")].forEach(complete);
