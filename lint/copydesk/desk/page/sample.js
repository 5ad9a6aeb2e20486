// A draft with a few faults of each kind, for whoever wants to see what the desk does.

export const SAMPLE = `Council puts off harbour vote

By Lena Ostrow

The council put off its vote on the new harbour on Tuesday, after the the costs rose for a third time.

Mayor Ann Orr said the plan would be back in March. “Nobody wants to to build on sand,” Ms. Orr said.

The harbor has been closed since the storm of 2019. [TK: figure for the repairs]

“We were told nothing at all about the money,” said Peter Haldane, who owns the fish market. Critics said the figures had been known for months.

Mr. Haldane said he would sell. Peter Haldaine opened the market in 1998.

The plan was drawn up by a firm from the capital, and nobody in the town had been asked what it needed.

The plan was drawn up by a firm from the capital, and nobody in the town had been asked what it needed.
`;
