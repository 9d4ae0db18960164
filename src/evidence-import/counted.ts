/** `1 line`, `2,041 lines`. */
export const counted = (n: number, [one, several]: readonly [string, string]): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : several}`
