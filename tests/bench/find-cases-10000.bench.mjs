import { findCases } from './find-cases.mjs';

export const { name, unit, prepare, run } = findCases(10_000);
