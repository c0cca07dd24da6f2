import { findCases } from './find-cases.mjs';

export const { name, unit, prepare, run } = findCases(2_000);
