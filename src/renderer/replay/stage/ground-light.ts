/** How hills are lit, for the surface and the plan alike: from the north-west, half high, as on printed maps; level ground keeps its colour. */

/** Slopes are lit as if they were so much steeper: most ground that people fight on is nearly level. */
export const STEEPER = 2.5;
/** How much lighter the lit sides become, and how much darker the others. */
export const LIGHTER = 2.2;
export const DARKER = 1.45;
/** Steep sides that face away keep this share of their light. */
export const DARKEST = 0.35;
/** Share of the line colour in the ground's: of the plane, and of what has relief. */
export const PLAIN_TONE = 0.3;
export const GROUND_TONE = 0.52;
