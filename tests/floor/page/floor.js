// The moment the button is drawn and would answer, in milliseconds since 1970: two frames after the page is there,
// as the page measured against this one is timed.
const drawn = () => requestAnimationFrame(() => requestAnimationFrame(answer));
const answer = () => {
  document.documentElement.dataset.interactive = String(performance.timeOrigin + performance.now());
};
if (document.readyState === 'complete') drawn();
else addEventListener('load', drawn);
