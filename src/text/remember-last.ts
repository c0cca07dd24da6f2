/** Returns a function that gives its last result again as long as it is asked for the same thing. */
export function rememberLast<Asked, Result>(compute: (asked: Asked) => Result): (asked: Asked) => Result {
  let last: { readonly asked: Asked; readonly result: Result } | undefined;
  return (asked) => {
    if (last === undefined || last.asked !== asked) last = { asked, result: compute(asked) };
    return last.result;
  };
}
