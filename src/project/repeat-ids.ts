/** Ids that come again in the same order whenever one begins from the first. */
export interface RepeatedIds {
  readonly fromTheFirst: () => () => string;
  /** Other ids come from now on. */
  readonly renew: () => void;
}

/** Makes ids that are drawn once: what is logged again, or was only foreseen, has the same. */
export function repeatIds(newId: () => string): RepeatedIds {
  let drawn: string[] = [];
  return {
    fromTheFirst: () => {
      let at = 0;
      return () => {
        const id = drawn[at] ?? newId();
        drawn[at] = id;
        at += 1;
        return id;
      };
    },
    renew: () => {
      drawn = [];
    },
  };
}
