// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/distance_columns.h"

#include <span>
#include <stop_token>

namespace theta {

/// What a query attends to when its logit depends on the distance alone: the softmax over the keys at
/// distances 0 … limit, and the logits it is of, column by column.
struct AttentionWeights {
  ColumnSummary logits;
  ColumnSummary weights;     ///< of single keys
  double log_sum = 0;        ///< ln Σ_s e^logit(s): a key's weight is e^(logit − log_sum)
  double entropy = 0;        ///< −Σ w ln w in nats; ln(limit + 1) where all weights are the same
  double mean_distance = 0;  ///< Σ s·w(s)
};

/// Every whole distance is looked at; no logit, however large, overflows. `temperature` > 0 divides the
/// logits before the softmax. Ends early, unfinished, once `stop` is requested.
AttentionWeights attention_weights(const DistanceColumns& columns, const DistanceFunction& logits,
                                   double temperature, const std::stop_token& stop);

/// From the logits at `each` distances a column, each standing for as many keys as the column holds divided
/// by `each`.
AttentionWeights sampled_attention_weights(const DistanceColumns& columns, std::span<const double> distances,
                                           std::span<const double> logits, double temperature);

}  // namespace theta
