// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace theta {

enum class Vision { normal, protan, deutan, tritan };

/// A colour as it looks to eyes without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1).
QColor seen(const QColor& colour, Vision vision);

/// How far apart two colours look: their distance in OKLab (Ottosson 2020). Black and white are 1 apart;
/// below about 0.02 nobody sees a difference.
double colour_distance(const QColor& a, const QColor& b);

/// To which eyes two colours look most alike, and how far apart they look to them.
struct MostAlike {
  double distance = 0;
  Vision vision = Vision::normal;
};
MostAlike most_alike(const QColor& a, const QColor& b);

}  // namespace theta
