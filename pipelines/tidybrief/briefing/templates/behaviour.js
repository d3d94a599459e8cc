"use strict";
(function () {
  function reveal(id) {
    var target = id && document.getElementById(id);
    if (!target) { return; }
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") { node.open = true; }
      if (node.hidden && node.tagName === "TR") { node.hidden = false; }
    }
    target.scrollIntoView({ block: "center" });
  }
  function fromHash() {
    var id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (error) { return; }
    reveal(id);
  }
  addEventListener("hashchange", fromHash);
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) { fromHash(); }
  });
  if (location.hash) { fromHash(); }

  function rowsOf(table) { return Array.from(table.querySelectorAll("tbody tr:not(.group)")); }
  document.querySelectorAll("[data-filters]").forEach(function (box) {
    var table = document.getElementById(box.dataset.filters);
    var input = box.querySelector("input");
    var told = box.querySelector("output");
    var rows = rowsOf(table);
    box.hidden = false;
    input.addEventListener("input", function () {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(function (word) { return text.includes(word); });
        if (!row.hidden) { shown += 1; }
      });
      table.querySelectorAll("tr.group").forEach(function (head) {
        head.hidden = !Array.from(head.parentElement.rows).some(function (row) { return row !== head && !row.hidden; });
      });
      told.textContent = words.length ? shown + " of " + rows.length + " rows" : "";
    });
  });

  function sortKey(text) {
    var number = Number(text.replace(/,/g, ""));
    return text && !isNaN(number) ? number : text.toLowerCase();
  }

  document.querySelectorAll("table[data-sortable]").forEach(function (table) {
    var heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) { button.appendChild(head.firstChild); }
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        table.querySelectorAll("tr.group").forEach(function (group) { group.remove(); });
        var rows = rowsOf(table).map(function (row, index) {
          var cell = row.cells[column];
          var key = cell.dataset.key;
          return { row: row, index: index, key: key !== undefined ? Number(key) : sortKey(cell.textContent.trim()) };
        });
        rows.sort(function (a, b) {
          var order = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
          return (down ? -order : order) || a.index - b.index;
        });
        rows.forEach(function (item) { table.tBodies[0].appendChild(item.row); });
      });
    });
  });

  var card = document.getElementById("explanation");
  function rowOf(mark) {
    var href = mark.getAttribute("href") || "";
    var row = href.charAt(0) === "#" && document.getElementById(href.slice(1));
    if (!row) { return mark.getAttribute("aria-label") || mark.title || mark.dataset.says || ""; }
    if (row.tagName !== "TR") { return (row.querySelector("h4, .meta") ? Array.from(row.querySelectorAll("h4, .meta")) : [row]).map(function (part) { return part.textContent.trim(); }).join(" · "); }
    return Array.from(row.cells).filter(function (cell) { return !cell.classList.contains("words"); })
      .map(function (cell) { return cell.textContent.trim().replace(/\s+/g, " "); })
      .filter(function (text) { return text && text !== "–"; }).join(" · ");
  }
  if (card) {
    var explain = function (event) {
      var mark = event.target.closest && event.target.closest(".full a, .full b");
      if (!mark) { card.hidden = true; return; }
      if (mark.title) { mark.dataset.says = mark.title; mark.removeAttribute("title"); }
      card.textContent = rowOf(mark);
      card.hidden = !card.textContent;
      mark.setAttribute("aria-describedby", "explanation");
    };
    document.addEventListener("mouseover", explain);
    document.addEventListener("focusin", explain);
    addEventListener("hashchange", function () { card.hidden = true; });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") { card.hidden = true; } });
  }
}());
