//! What the example programs share: where the data lie, how a table is drawn.
