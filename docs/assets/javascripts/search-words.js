// What a reader may have meant: the words of the site for other words of the same thing, and for words with a typing
// error. The other words stand in assets/search/, the site's own are listed when its index is made.

const MARKS = /\p{M}/gu;
const BEGINNING = 3; // letters by which a word of the site may be another form of one that was asked for

export function plain(text) {
  return text.normalize("NFD").replace(MARKS, "").toLowerCase();
}

export function split(text) {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

// How many letters must be put in, left out, changed or exchanged with their neighbour; `most` + 1 where it is more.
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const exchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (exchanged) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length];
}

// How many errors a word of this length may have and still be told.
function allowed(word) {
  if (word.length < 5) return 0;
  return word.length < 8 ? 1 : 2;
}

// The same word, another form of it, or one with a typing error.
function near(one, other) {
  if (one === other) return true;
  const stem = Math.max(4, Math.min(one.length, other.length) - 2);
  if (Math.min(one.length, other.length) >= 5 && one.slice(0, stem) === other.slice(0, stem)) return true;
  return distance(one, other, allowed(other)) <= allowed(other);
}

// Whether the site has a word that begins like one of those asked for. Else Pagefind takes the longest beginning that it
// knows, be it a letter, and finds pages that have nothing to do with it.
export function begun(asked, vocabulary) {
  const words = split(asked);
  const starts = (word) => vocabulary.some(([, known]) => known.startsWith(word.slice(0, BEGINNING)));
  return !words.length || words.some((word) => word.length < 5 || starts(word));
}

// What was asked for without the little words, if any other is left; what is quoted stays whole.
export function content(asked, stop) {
  if (asked.includes('"')) return asked;
  const left = asked.split(/\s+/).filter((word) => !stop.has(plain(word).replace(/[^\p{L}\p{N}]/gu, "")));
  return left.length ? left.join(" ") : asked;
}

// The site's words for what was asked for: those of which another name stands in it, word by word.
export function meant(asked, terms) {
  const words = split(asked);
  const found = [];
  for (const [own, others] of Object.entries(terms)) {
    if (others.some((other) => split(other).every((part) => words.some((word) => near(word, part))))) found.push(own);
  }
  return found;
}

// What was asked for with each word that the site does not have replaced by the nearest one that it has.
export function corrected(asked, vocabulary) {
  return asked.replace(/\p{L}{5,}/gu, (typed) => {
    const word = plain(typed);
    if (vocabulary.some(([, known]) => known.startsWith(word.slice(0, Math.max(4, word.length - 2))))) return typed;
    let best = allowed(word) + 1;
    let nearest = typed;
    for (const [written, known] of vocabulary) {
      const far = distance(word, known, best - 1);
      if (far < best) [best, nearest] = [far, written];
    }
    return nearest;
  });
}
