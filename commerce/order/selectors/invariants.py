"""What must always hold between the books: one statement each, which finds what breaks it."""

from typing import NamedTuple

from django.db import connection

STOCK = """
    SELECT 'stock ' || s.sku,
           format('%s in stock, %s allocated and %s promised, %s reserved and %s held',
                  s.num_in_stock, s.num_allocated, COALESCE(l.pieces, 0),
                  s.num_reserved, COALESCE(h.pieces, 0))
    FROM partner_stockrecord s
    LEFT JOIN (SELECT stockrecord_id AS id, sum(num_allocated) AS pieces
               FROM order_line GROUP BY 1) l USING (id)
    LEFT JOIN (SELECT stockrecord_id AS id, sum(quantity) AS pieces
               FROM partner_stockreservation GROUP BY 1) h USING (id)
    WHERE s.num_allocated <> COALESCE(l.pieces, 0) OR s.num_reserved <> COALESCE(h.pieces, 0)
       OR (s.is_tracked AND NOT s.allow_backorder
           AND s.num_allocated + s.num_reserved > s.num_in_stock)
    UNION ALL
    SELECT 'line ' || l.public_id,
           format('%s ordered, %s shipped, %s in parcels, %s allocated, the order is %s',
                  l.quantity, l.num_shipped, COALESCE(p.pieces, 0), l.num_allocated, v.status)
    FROM order_line l JOIN order_vendororder v ON v.id = l.vendor_order_id
    LEFT JOIN (SELECT line_id AS id, sum(quantity) AS pieces
               FROM order_shipmentline GROUP BY 1) p ON p.id = l.id
    WHERE l.num_shipped <> COALESCE(p.pieces, 0)
       OR COALESCE(l.num_allocated, 0) > l.quantity - l.num_shipped
       OR (l.num_allocated > 0 AND v.status IN ('rejected', 'cancelled', 'shipped', 'delivered'))
"""

MONEY = """
    SELECT 'payment ' || public_id,
           format('%s of %s captured, %s refunded', captured_amount, amount, refunded_amount)
    FROM payment_payment
    WHERE NOT (0 <= refunded_amount AND refunded_amount <= captured_amount
               AND captured_amount <= amount)
    UNION ALL
    SELECT 'order ' || o.number,
           format('%s captured, %s refunded, %s told as refunded, %s owed, %s standing',
                  p.captured, p.refunded, o.refunded_total, v.owed, COALESCE(p.standing, 0))
    FROM order_order o
    LEFT JOIN (SELECT order_id AS id, sum(captured_amount) AS captured,
                 sum(refunded_amount) AS refunded,
                 count(*) FILTER (WHERE status IN ('captured', 'authorised')) AS standing
          FROM payment_payment GROUP BY 1) p USING (id)
    JOIN (SELECT order_id AS id,
                 COALESCE(sum(total) FILTER (WHERE status NOT IN ('rejected', 'cancelled')), 0)
                     AS owed,
                 bool_or(status = 'pending') AS waits,
                 bool_or(status NOT IN ('pending', 'rejected', 'cancelled')) AS may_begin
          FROM order_vendororder GROUP BY 1) v USING (id)
    WHERE o.refunded_total <> COALESCE(p.refunded, 0)
       OR (p.captured > 0 AND p.captured - p.refunded <> v.owed)
       OR (v.may_begin AND COALESCE(p.standing, 0) <> 1) OR (v.waits AND p.standing > 0)
"""

BASKETS = """
    SELECT 'basket ' || b.public_id,
           format('%s, %s orders, %s completed checkouts', b.status, o.orders, c.checkouts)
    FROM basket_basket b,
    LATERAL (SELECT count(*) AS orders FROM order_order WHERE basket_id = b.id) o,
    LATERAL (SELECT count(*) AS checkouts,
                    count(*) FILTER (WHERE g.basket_id = b.id) AS matching
             FROM checkout_checkout k LEFT JOIN order_order g ON g.id = k.order_id
             WHERE k.basket_id = b.id AND k.status = 'completed') c
    WHERE o.orders > 1 OR o.orders <> (b.status = 'Submitted')::int
       OR c.checkouts <> o.orders OR c.matching <> o.orders
"""

TOTALS = """
    SELECT 'order ' || o.number, format('%s in all, its parts %s', o.total_incl_tax, v.total)
    FROM order_order o
    JOIN (SELECT order_id AS id, sum(total) AS total, sum(items_total) AS items,
                 sum(discount_total) AS discount, sum(shipping_total) AS shipping,
                 sum(tax_total) AS tax
          FROM order_vendororder GROUP BY 1) v USING (id)
    WHERE (o.total_incl_tax, o.items_total, o.discount_total, o.shipping_incl_tax, o.tax_total)
          IS DISTINCT FROM (v.total, v.items, v.discount, v.shipping, v.tax)
    UNION ALL
    SELECT 'vendor order ' || v.public_id,
           format('%s of items and %s off, its lines %s and %s; commission %s',
                  v.items_total, v.discount_total, l.items, l.discount, v.commission_amount)
    FROM order_vendororder v
    LEFT JOIN (SELECT vendor_order_id AS id, sum(line_price_before_discounts_incl_tax) AS items,
                      sum(line_price_before_discounts_incl_tax - line_price_incl_tax) AS discount
               FROM order_line GROUP BY 1) l USING (id)
    WHERE (v.items_total, v.discount_total) IS DISTINCT FROM (l.items, l.discount)
       OR v.total <> v.items_total - v.discount_total + v.shipping_total
       OR v.commission_amount <> round((v.items_total - v.discount_total) * v.commission_rate, 2)
"""

USES = """
    SELECT 'voucher ' || v.code,
           format('%s uses of %s counted, %s written; %s off counted, %s written', v.num_orders,
                  COALESCE(v.max_uses::text, 'any'), u.uses, v.total_discount, u.amount)
    FROM voucher_voucher v,
    LATERAL (SELECT count(*) AS uses, COALESCE(sum(d.amount), 0) AS amount
             FROM voucher_voucherapplication a
             LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM order_orderdiscount
                                WHERE order_id = a.order_id AND voucher_id = v.id) d ON true
             WHERE a.voucher_id = v.id) u
    WHERE v.num_orders <> u.uses OR v.num_orders > v.max_uses OR v.total_discount <> u.amount
    UNION ALL
    SELECT 'offer ' || f.name,
           format('%s uses of %s counted, %s written; %s off counted, %s written',
                  f.num_applications, COALESCE(f.max_global_applications::text, 'any'), u.uses,
                  f.total_discount, u.amount)
    FROM offer_conditionaloffer f,
    LATERAL (SELECT COALESCE(sum(frequency), 0) AS uses, count(*) AS orders,
                    COALESCE(sum(amount), 0) AS amount
             FROM offer_offerapplication WHERE offer_id = f.id) u
    WHERE f.num_applications <> u.uses OR f.num_orders <> u.orders OR f.total_discount <> u.amount
       OR f.num_applications > f.max_global_applications
"""

OUTBOX = """
    SELECT 'event ' || event_id,
           format('%s of %s: %s tries, %s', type, subject_id, attempts,
                  CASE WHEN dead_at IS NOT NULL THEN 'dead: ' || left(last_error, 200)
                       ELSE 'its lease ended at ' || leased_until END)
    FROM outbox_outboxevent
    WHERE dead_at IS NOT NULL
       OR (processed_at IS NULL AND leased_until < statement_timestamp() - interval '60 seconds')
"""

STEPS = """
    SELECT 'vendor order ' || public_id,
           format('%s, but its history is %s', status, COALESCE(string_agg(step, ', '), 'empty'))
    FROM (SELECT v.public_id, v.status, c.id, c.old_status || ' to ' || c.new_status AS step,
                 c.new_status,
                 c.old_status = COALESCE(lag(c.new_status) OVER story, '') AS follows,
                 lead(c.id) OVER story IS NULL AS is_last
          FROM order_vendororder v
          LEFT JOIN order_vendororderstatuschange c ON c.vendor_order_id = v.id
          WINDOW story AS (PARTITION BY v.id ORDER BY c.id)) told
    GROUP BY public_id, status
    HAVING NOT COALESCE(bool_and(follows), false)
        OR NOT COALESCE(bool_or(is_last AND new_status = status), false)
"""

ALL = {
    "I1 stock": STOCK,
    "I3 money": MONEY,
    "I5 baskets": BASKETS,
    "I6 totals": TOTALS,
    "I7 uses": USES,
    "I8 outbox": OUTBOX,
    "I10 steps": STEPS,
}


class Fault(NamedTuple):
    """Something that does not add up."""

    invariant: str
    subject: str
    detail: str


def faults() -> list[Fault]:
    """Return all that breaks an invariant now: nothing, when the books are right."""
    found = []
    with connection.cursor() as cursor:
        for name, statement in ALL.items():
            cursor.execute(statement)
            found += [Fault(name, *row) for row in cursor.fetchall()]
    return found
