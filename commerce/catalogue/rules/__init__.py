"""Rules that fill collections: what they may say, and the same as a condition in SQL.

A rule is JSON:

    {"match": "all" | "any",
     "conditions": [{"field": "price", "operator": "at_most",
                     "value": {"amount": "50000.00", "currency": "NGN"}}]}

| field           | operators         | value                                                     |
|-----------------|-------------------|-----------------------------------------------------------|
| category        | in, not_in        | keys of categories; what is below them is in them         |
| vendor          | in, not_in        | keys of vendors                                           |
| attribute       | in, not_in        | {"code": "material", "values": ["silk"]}                  |
| option          | in, not_in        | {"code": "size", "values": ["M"]} of a variant sold       |
| price           | at_most, at_least | {"amount": "50000.00", "currency": "NGN"}, lowest price   |
| stock           | is                | "in_stock" or "out_of_stock", as in lists                 |
| stock           | at_most, at_least | pieces left of all variants; uncounted ones are endless   |
| newness         | at_most, at_least | days since it was published                               |
| tag             | in, not_in        | ["linen"]                                                 |
| on_sale         | is                | true or false, of the shop's own currency, as in lists    |
| made_to_measure | is                | true or false                                             |
"""

from commerce.catalogue.rules.grammar import Condition, Rule, read, stored

__all__ = ["Condition", "Rule", "read", "stored"]
