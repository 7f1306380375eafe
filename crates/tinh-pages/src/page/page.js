"use strict";
(() => {
  const all = () => document.querySelectorAll("details");
  const set = (open) => all().forEach((one) => { one.open = open; });
  document.querySelector(".buttons").hidden = false;
  document.getElementById("open").addEventListener("click", () => set(true));
  document.getElementById("close").addEventListener("click", () => set(false));
  // A printed page cannot be unfolded: what was folded is again afterwards.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...all()].filter((one) => !one.open);
    set(true);
  });
  addEventListener("afterprint", () => folded.forEach((one) => { one.open = false; }));
})();
