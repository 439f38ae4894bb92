/** What to say about a field that is not right, by the name of the field. */
export type Mistakes = Readonly<Record<string, string>>;

/** Rough on purpose: the portal itself decides. This only catches what is surely wrong while somebody still looks at it. */
const LOOKS_RIGHT: Readonly<Record<string, RegExp>> = {
  name: /[\p{L}\p{N}]/u,
  email: /^[^\s@]+@[^\s@]+\.[^\s@.]+$/,
  // Arabic and Persian digits are digits too.
  people: /^\s*(0?[1-9]|10|[\u0660-\u0669\u06f0-\u06f9]{1,2})\s*$/,
};

function say(field: HTMLInputElement, message: string | undefined): void {
  const id = `${field.id}-fout`;
  const frame = field.closest('.field');
  const described = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((part) => part !== '' && part !== id);
  frame?.querySelector('.error')?.remove();
  frame?.classList.toggle('has-error', message !== undefined);
  if (message === undefined) {
    field.removeAttribute('aria-invalid');
  } else {
    const line = document.createElement('p');
    line.className = 'error';
    line.id = id;
    line.textContent = message;
    field.before(line);
    field.setAttribute('aria-invalid', 'true');
    described.push(id);
  }
  field.setAttribute('aria-describedby', described.join(' '));
}

/** Tells about a field when somebody leaves it, and takes that back as soon as it is mended. Gives a function that stops. */
export function checkFields(form: HTMLFormElement, mistakes: Mistakes): () => void {
  const stop = new AbortController();
  for (const [name, message] of Object.entries(mistakes)) {
    const field = form.elements.namedItem(name);
    const rule = LOOKS_RIGHT[name];
    if (!(field instanceof HTMLInputElement) || !rule) continue;
    const isWrong = () => !rule.test(field.value.trim());
    // Only what was typed is judged: walking past an empty field is no mistake yet.
    const onLeave = () => {
      if (field.value.trim() !== '' && isWrong()) say(field, message);
    };
    const onType = () => {
      if (field.getAttribute('aria-invalid') === 'true' && !isWrong()) say(field, undefined);
    };
    field.addEventListener('change', onLeave, { signal: stop.signal });
    field.addEventListener('input', onType, { signal: stop.signal });
  }
  return () => stop.abort();
}
