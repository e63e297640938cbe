"""Networks: what they are, who belongs, who may see them."""
