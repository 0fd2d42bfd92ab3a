const BETWEEN = /([\s\-.,/]+)/u;

/** A text whose found words stand out: whole words, so that Arabic letters stay joined. */
export function Marked({ text, found = [] }: { text: string; found?: readonly string[] }) {
  if (found.length === 0) return text;
  return text.split(BETWEEN).map((word, index) =>
    found.includes(word) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: words of one text, in its order
      <mark key={index} className="rounded-[3px] bg-accent-soft text-inherit">
        {word}
      </mark>
    ) : (
      word
    ),
  );
}
