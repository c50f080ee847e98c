// Keeps the conversation current. Without it the page works by its "Actualizar" link.
(() => {
  const log = document.getElementById('conversacion');
  const end = () => { log.scrollTop = log.scrollHeight; };
  const look = async () => {
    if (document.hidden) return;
    try {
      const from = document.querySelector('input[type=hidden][name=from]').value;
      const answer = await fetch('/simulador?from=' + encodeURIComponent(from));
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.getElementById('conversacion');
      if (now && now.innerHTML !== log.innerHTML) { log.replaceChildren(...now.childNodes); end(); }
    } catch { /* no network: the next look may have it */ }
  };
  end();
  setInterval(look, 1500);
})();
