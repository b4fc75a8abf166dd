"""Networks in training: how far one has come, its weights, its gradient, deep chains."""
