import { useId } from 'react';

const SIDE = 96;

/** An eight-pointed star (khatam) around `(x, y)`: points on a circle of `outer`, hollows on one of `inner`. */
function star(x: number, y: number, outer: number, inner: number): string {
  const points = Array.from({ length: 16 }, (_, i) => {
    const angle = (i * Math.PI) / 8;
    const radius = i % 2 === 0 ? outer : inner;
    return `${(x + radius * Math.cos(angle)).toFixed(1)},${(y + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

/** Tiled stars in thin lines. Only for the unlock screen, the about page and printed heads. */
export function StarPattern({ className = '' }: { className?: string }) {
  const id = useId();
  return (
    <svg aria-hidden="true" className={`absolute inset-0 size-full ${className}`}>
      <defs>
        <pattern id={id} width={SIDE} height={SIDE} patternUnits="userSpaceOnUse">
          <path d={star(SIDE / 2, SIDE / 2, 40, 21)} fill="none" stroke="currentColor" strokeWidth="1" />
          {[
            [0, 0],
            [SIDE, 0],
            [0, SIDE],
            [SIDE, SIDE],
          ].map(([x = 0, y = 0]) => (
            <path key={`${x}-${y}`} d={star(x, y, 40, 21)} fill="none" stroke="currentColor" strokeWidth="1" />
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
