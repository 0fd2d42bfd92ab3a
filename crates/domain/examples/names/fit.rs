//! Logistic regression by plain gradient steps on standardised measures.

/// Weights for measures whose first is the constant one. Each example: measures, whether same, weight.
pub fn logistic<const N: usize>(examples: &[([f32; N], bool, f64)], decay: f64) -> [f32; N] {
    let total: f64 = examples.iter().map(|e| e.2).sum();
    let mut mean = [0.0_f64; N];
    let mut spread = [0.0_f64; N];
    for (x, _, w) in examples {
        for k in 1..N {
            mean[k] += f64::from(x[k]) * w / total;
        }
    }
    for (x, _, w) in examples {
        for k in 1..N {
            spread[k] += (f64::from(x[k]) - mean[k]).powi(2) * w / total;
        }
    }
    for s in &mut spread {
        *s = s.sqrt().max(1e-6);
    }
    let mut beta = [0.0_f64; N];
    let mut speed = [0.0_f64; N];
    for _ in 0..250 {
        let mut slope = [0.0_f64; N];
        for (x, same, w) in examples {
            let mut z = beta[0];
            for k in 1..N {
                z += beta[k] * (f64::from(x[k]) - mean[k]) / spread[k];
            }
            let miss = 1.0 / (1.0 + (-z).exp()) - f64::from(u8::from(*same));
            slope[0] += miss * w;
            for k in 1..N {
                slope[k] += miss * w * (f64::from(x[k]) - mean[k]) / spread[k];
            }
        }
        for k in 0..N {
            let pull = if k == 0 { 0.0 } else { decay * beta[k] };
            speed[k] = 0.9 * speed[k] - 0.8 * (slope[k] / total + pull);
            beta[k] += speed[k];
        }
    }
    let mut out = [0.0_f32; N];
    let mut constant = beta[0];
    for k in 1..N {
        out[k] = (beta[k] / spread[k]) as f32;
        constant -= beta[k] * mean[k] / spread[k];
    }
    out[0] = constant as f32;
    out
}
