// Shows what a text to a resident, or to many, costs while it is typed. Without it the page's own button shows the same.
(() => {
  const text = document.querySelector('form[action$="/mensajes"] textarea[name=body], form[action="/mesa/avisos/nuevo"] textarea[name=body]');
  const place = document.getElementById('costo');
  if (!text || !place) return;
  let waiting, asked = 0;
  const ask = async () => {
    const turn = ++asked;
    if (!text.value.trim()) { place.replaceChildren(); return; }
    try {
      const answer = await fetch(text.form.action.replace(/(mensajes|nuevo)$/, 'costo'), {method: 'POST', body: new URLSearchParams(new FormData(text.form))});
      // What was typed meanwhile has its own answer.
      if (turn !== asked || answer.status !== 200) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      place.replaceChildren(...page.body.childNodes);
    } catch { /* no network: the button tells it when there is one */ }
  };
  // Who gets it counts too: any field of the form.
  text.form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(ask, 400); });
})();
